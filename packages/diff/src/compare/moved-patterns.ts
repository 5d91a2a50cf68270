import type { Change, ChangeKind } from "@shapelog/changes";
import type { NodeValue } from "@shapelog/model";
import type { Span, TextComparison, TextDifference, TextExample } from "@shapelog/patterns";
import type { Difference, RuleContext } from "../rule/rule.js";
import { ofTrait, TRAIT_KINDS } from "../rule/select.js";
import { textOf } from "./describe.js";
import { type ComparedPlace, comparePlace, doublesOf, type PlaceLimits } from "./text-limits.js";

/** A pattern that holds at a place and is another one than before. */
export interface MovedPattern {
  readonly change: Change;
  readonly member: string | undefined;
  /** Absent where no pattern held. */
  readonly before: string | undefined;
  /** Absent where no pattern holds. */
  readonly after: string | undefined;
  /** Which texts the patterns tell apart, within the lengths of their sides. */
  readonly texts: TextDifference;
  /** Those of its examples that limits of length, which moved, too, do not tell by themselves. */
  readonly shown: Pick<TextDifference, "lost" | "gained">;
  /** The lengths of texts on either side, where limits moved, too, and a pattern allows fewer lengths than they do. */
  readonly lengths: TextComparison["lengths"];
}

/** What a rule about patterns claims. */
export const PATTERN_CLAIMS: { readonly kinds: readonly ChangeKind[]; readonly traits: readonly string[] } = {
  kinds: TRAIT_KINDS,
  traits: ["smithy.api#pattern"],
};

/** Returns the patterns that moved: of the shape, and of members. */
export function findMovedPatterns(difference: Difference, context: RuleContext): MovedPattern[] {
  return ofTrait(difference, "smithy.api#pattern").map(({ change, member, before, after }) => {
    const place = comparePlace(difference, member, context);
    const texts: TextDifference = place?.comparison.byPatterns ?? { relation: "undecided" };
    return {
      change,
      member,
      before: place ? place.before.pattern : showPattern(before),
      after: place ? place.after.pattern : showPattern(after),
      texts,
      shown: place ? findShown(place) : texts,
      lengths: place && findLengths(place),
    };
  });
}

/**
 * An example that the other side's limits of length refuse as well shows nothing where it is told that they do, but for
 * the empty text: it can be the only one that is so much shorter.
 */
function findShown({ before, after, comparison }: ComparedPlace): MovedPattern["shown"] {
  const { byPatterns, byLengths } = comparison;
  const isRefused = (example: TextExample | undefined, limits: PlaceLimits) => {
    const span = spanOf(limits);
    const isShown = example?.length === 0 && span.min > 1;
    return example !== undefined && !isShown && !isWithin(span, example.length);
  };
  const { lost, gained } = byPatterns;
  return {
    ...(lost && !(byLengths.lost && isRefused(lost, after)) ? { lost } : {}),
    ...(gained && !(byLengths.gained && isRefused(gained, before)) ? { gained } : {}),
  };
}

/** A bound that moves as its limit says is told by the limit. */
function findLengths({ before, after, comparison: { lengths } }: ComparedPlace): TextComparison["lengths"] {
  const [old, now] = [spanOf(before), spanOf(after)];
  if (!lengths || isSameSpan(old, now)) return undefined;
  const isTold = (bound: "min" | "max") =>
    lengths.before[bound] === lengths.after[bound] ||
    (lengths.before[bound] === old[bound] && lengths.after[bound] === now[bound]);
  return isTold("min") && isTold("max") ? undefined : lengths;
}

function spanOf({ length }: PlaceLimits): Span {
  const { min = 0, max = Number.POSITIVE_INFINITY } = length ? doublesOf(length) : {};
  return { min, max };
}

const isWithin = ({ min, max }: Span, length: number) => min <= length && length <= max;
const isSameSpan = (a: Span, b: Span) => a.min === b.min && a.max === b.max;

function showPattern(value: NodeValue | undefined): string | undefined {
  return value === undefined ? undefined : textOf(value);
}

/** A pattern limits texts that none limited before. */
export const isNew = ({ before, texts }: MovedPattern): boolean =>
  before === undefined && texts.relation !== "same";

/** No pattern limits texts that one limited before. */
export const isGone = ({ after, texts }: MovedPattern): boolean =>
  after === undefined && texts.relation !== "same";

/** Both sides have a pattern, and the new one is known to take less, or not some text that was taken. */
export const isTightened = (moved: MovedPattern): boolean =>
  hasBoth(moved) && (moved.texts.lost !== undefined || moved.texts.relation === "narrower");

/** Both sides have a pattern, and the new one is known to take more, or some text that was not taken. */
export const isLoosened = (moved: MovedPattern): boolean =>
  hasBoth(moved) && (moved.texts.gained !== undefined || moved.texts.relation === "wider");

/** Both sides have a pattern, and not all is known of how they differ; a text that one of them refuses may be. */
export const isUndecided = (moved: MovedPattern): boolean =>
  hasBoth(moved) && moved.texts.relation === "undecided";

/** The same texts are taken as before. */
export const isRestated = ({ texts }: MovedPattern): boolean => texts.relation === "same";

function hasBoth({ before, after }: MovedPattern): boolean {
  return before !== undefined && after !== undefined;
}
