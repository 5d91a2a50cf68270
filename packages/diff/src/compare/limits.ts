import type { Change, ChangeKind } from "@shapelog/changes";
import {
  type Bounds,
  bounds,
  compareNumbers,
  findMember,
  findShape,
  type Model,
  type NodeNumber,
  type Shape,
  type ShapeKind,
} from "@shapelog/model";
import type { Difference, RuleContext } from "../rule/rule.js";
import { ofTrait, TRAIT_KINDS } from "../rule/select.js";
import {
  compareLimits,
  completeBounds,
  describeLimits,
  effectiveBounds,
  LIMIT_TRAITS,
  type LimitComparison,
  type LimitedThing,
  type LimitName,
  limitedThing,
} from "./compare-limits.js";
import { explainLength, explainLooser, explainSame } from "./explain-length.js";
import { type ComparedPlace, comparePlace } from "./text-limits.js";

interface LimitJudgment extends LimitComparison {
  /** How the bounds moved. */
  readonly text: string;
  /** What to say where no value is outside that was inside, and none inside that was outside. */
  readonly same: string;
  /** What patterns have to do with it, as a clause with `; ` in front; empty where they have nothing. */
  readonly beside: string;
  /** The same of a limit that callers need not fear. */
  readonly besideLooser: string;
  /** What is limited. */
  readonly thing: LimitedThing;
  /** The lower bound before, where lesser values or lengths can come now. */
  readonly lowered: NodeNumber | undefined;
  /** Whether greater values or lengths can come now. */
  readonly isRaised: boolean;
  /** Whether nothing bounds them from above any more. */
  readonly isUnlimited: boolean;
}

/** Limits of `@length` or `@range` that moved. */
export interface MovedLimit extends LimitJudgment {
  readonly change: Change;
  readonly member: string | undefined;
}

const IDS = { length: "smithy.api#length", range: "smithy.api#range" } as const;

/** What a rule about limits claims. */
export const LIMIT_CLAIMS: { readonly kinds: readonly ChangeKind[]; readonly traits: readonly string[] } = {
  kinds: TRAIT_KINDS,
  traits: Object.values(IDS),
};

/**
 * Returns the limits that moved: of the shape and of members. A member's own limits stand in for those of its target
 * (Smithy 2.0, "Constraint traits").
 */
export function findMovedLimits(difference: Difference, context: RuleContext): MovedLimit[] {
  return LIMIT_TRAITS.flatMap((name) =>
    ofTrait(difference, IDS[name]).map(({ change, member }) => {
      const sides: Sides = {
        before: readLimits(context.before, { shape: difference.before, member }, name),
        after: readLimits(context.after, { shape: difference.after, member }, name),
        place: name === "length" ? comparePlace(difference, member, context) : undefined,
      };
      return { change, member, ...judgeLimits(name, sides, context) };
    }),
  );
}

interface Limited {
  readonly bounds: Required<Bounds>;
  /** The kind of what is limited. */
  readonly kind: ShapeKind | undefined;
}

interface Sides {
  readonly before: Limited;
  readonly after: Limited;
  /** What limits the texts of both sides, where it is texts whose length is limited. */
  readonly place: ComparedPlace | undefined;
}

/** A limit that limits nothing, since a pattern or the kind of shape says as much, is none. */
function judgeLimits(name: LimitName, sides: Sides, context: RuleContext): LimitJudgment {
  const { before, after, place } = sides;
  const thing = limitedThing(name, after.kind ?? before.kind);
  const [old, now] = [boundsInForce(before), boundsInForce(after)];
  const isLower = compareNumbers(now.min, old.min) < 0;
  const isHigher = compareNumbers(now.max, old.max) > 0;
  const effect = place && explainLength(place, context);
  return {
    ...compareEffective(sides),
    text: describeLimits(thing, before.bounds, after.bounds),
    same: describeSame(sides, context),
    beside: effect?.beside ?? "",
    besideLooser: place && effect ? effect.beside + explainLooser(place) : "",
    thing,
    lowered: isLower && effect?.isLowered !== false ? before.bounds.min : undefined,
    isRaised: isHigher && effect?.isRaised !== false,
    isUnlimited: after.bounds.max === Number.POSITIVE_INFINITY && effect?.isUnlimited !== false,
  };
}

function boundsInForce({ bounds: own, kind }: Limited): Required<Bounds> {
  return kind === undefined ? own : effectiveBounds(own, kind);
}

function compareEffective({ before, after, place }: Sides): LimitComparison {
  const texts = place?.comparison;
  if (texts && texts.byLengths.relation !== "undecided") {
    const { lost, gained } = texts.byLengths;
    return { tightened: lost !== undefined, loosened: gained !== undefined };
  }
  return compareLimits(boundsInForce(before), boundsInForce(after));
}

function describeSame({ before, after, place }: Sides, context: RuleContext): string {
  const { tightened, loosened } = compareLimits(before.bounds, after.bounds);
  if (!tightened && !loosened) return "they are the same as before";
  const told = place && explainSame(place, context);
  return told ?? `it takes the same ${place ? "texts" : "values"} as before`;
}

function readLimits(
  model: Model,
  { shape, member }: { readonly shape: Shape | undefined; readonly member: string | undefined },
  name: LimitName,
): Limited {
  const found = shape && member !== undefined ? findMember(shape, member) : undefined;
  const target = member === undefined ? shape : found && findShape(model, found.target);
  const own = (found && bounds(found, name)) ?? (target && bounds(target, name));
  return { bounds: completeBounds(own, name), kind: target?.kind };
}
