import type { Change, ChangeKind } from "@shapelog/changes";
import { type Bounds, bounds, findMember, findShape, type Model, type Shape } from "@shapelog/model";
import type { Difference, RuleContext } from "../rule/rule.js";
import { ofTrait, TRAIT_KINDS } from "../rule/select.js";
import {
  compareLimits,
  completeBounds,
  LIMIT_TRAITS,
  type LimitComparison,
  type LimitName,
} from "./compare-limits.js";

/** Limits of `@length` or `@range` that moved. */
export interface MovedLimit extends LimitComparison {
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
      const before = readLimits(context.before, { shape: difference.before, member }, name);
      const after = readLimits(context.after, { shape: difference.after, member }, name);
      return { change, member, ...compareLimits(name, before, after) };
    }),
  );
}

function readLimits(
  model: Model,
  { shape, member }: { readonly shape: Shape | undefined; readonly member: string | undefined },
  name: LimitName,
): Required<Bounds> {
  if (!shape) return completeBounds(undefined, name);
  if (member === undefined) return completeBounds(bounds(shape, name), name);
  const found = findMember(shape, member);
  const target = found && findShape(model, found.target);
  return completeBounds((found && bounds(found, name)) ?? (target && bounds(target, name)), name);
}
