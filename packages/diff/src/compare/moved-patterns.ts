import type { Change, ChangeKind } from "@shapelog/changes";
import type { NodeValue } from "@shapelog/model";
import type { TextDifference } from "@shapelog/patterns";
import type { Difference, RuleContext } from "../rule/rule.js";
import { ofTrait, TRAIT_KINDS } from "../rule/select.js";
import { textOf } from "./describe.js";
import { comparePlace } from "./text-limits.js";

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
    return {
      change,
      member,
      before: place ? place.before.pattern : showPattern(before),
      after: place ? place.after.pattern : showPattern(after),
      texts: place?.comparison.byPatterns ?? { relation: "undecided" },
    };
  });
}

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
