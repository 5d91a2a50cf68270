import type { Change, ChangeKind } from "@shapelog/changes";
import { type Bounds, bounds, findMember, findShape, type Model, type Shape } from "@shapelog/model";
import type { Difference, RuleContext } from "../rule/rule.js";
import { ofKind, ofTrait, TRAIT_KINDS } from "../rule/select.js";
import {
  compareLimits,
  completeBounds,
  LIMIT_TRAITS,
  type LimitComparison,
  type LimitName,
} from "./compare-limits.js";
import { findDifferingTraits } from "./trait-levels.js";

/** Limits of `@length` or `@range` that moved. */
export interface MovedLimit extends LimitComparison {
  readonly change: Change;
  readonly member: string | undefined;
}

const IDS = { length: "smithy.api#length", range: "smithy.api#range" } as const;

/** What a rule about limits claims. */
export const LIMIT_CLAIMS: { readonly kinds: readonly ChangeKind[]; readonly traits: readonly string[] } = {
  kinds: [...TRAIT_KINDS, "member.target.changed"],
  traits: Object.values(IDS),
};

/**
 * Returns the limits that moved: of the shape, of members, and of members that point at another shape which differs in
 * nothing but limits. A member's own limits stand in for those of its target (Smithy 2.0, "Constraint traits").
 */
export function findMovedLimits(difference: Difference, context: RuleContext): MovedLimit[] {
  return [...findOwn(difference, context), ...findRetargeted(difference, context)];
}

function findOwn(difference: Difference, context: RuleContext): MovedLimit[] {
  return LIMIT_TRAITS.flatMap((name) =>
    ofTrait(difference, IDS[name]).map(({ change, member }) => {
      const before = readLimits(context.before, { shape: difference.before, member }, name);
      const after = readLimits(context.after, { shape: difference.after, member }, name);
      return { change, member, ...compareLimits(name, before, after) };
    }),
  );
}

function findRetargeted(difference: Difference, context: RuleContext): MovedLimit[] {
  return ofKind(difference, "member.target.changed").flatMap((change) => {
    const { relation, before, after } = context.compare(change.before, change.after);
    if (relation !== "limited" || !before || !after) return [];
    const differing = findDifferingTraits(before.traits, after.traits);
    if (differing.length === 0 || !differing.every((id) => Object.values<string>(IDS).includes(id)))
      return [];
    const parts = LIMIT_TRAITS.filter((name) => differing.includes(IDS[name])).map((name) =>
      compareLimits(
        name,
        completeBounds(bounds(before, name), name),
        completeBounds(bounds(after, name), name),
      ),
    );
    return [
      {
        change,
        member: change.member,
        tightened: parts.some((part) => part.tightened),
        loosened: parts.some((part) => part.loosened),
        text: parts.map((part) => part.text).join(", "),
      },
    ];
  });
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
