import { type Bounds, bounds, findMember, findShape, type Model, type Shape } from "@shapelog/model";
import type { Change, ChangeKind } from "../change.js";
import type { Difference, RuleContext } from "../rule.js";
import { findDifferingTraits } from "./compare-targets.js";
import { ofKind, ofTrait, TRAIT_KINDS } from "./select.js";

/** Limits of `@length` or `@range` that moved. An absent bound is no limit: minus or plus infinity. */
export interface MovedLimit {
  readonly change: Change;
  readonly member: string | undefined;
  /** Some value was inside and is not any more. */
  readonly tightened: boolean;
  /** Some value is inside and was not before. */
  readonly loosened: boolean;
  readonly text: string;
}

const TRAITS = ["length", "range"] as const;
const NAMES = { length: "length", range: "value" } as const;
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
  return TRAITS.flatMap((name) =>
    ofTrait(difference, IDS[name]).map(({ change, member }) => {
      const before = readLimits(context.before, difference.before, member, name);
      const after = readLimits(context.after, difference.after, member, name);
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
    const parts = TRAITS.filter((name) => differing.includes(IDS[name])).map((name) =>
      compareLimits(name, complete(bounds(before, name), name), complete(bounds(after, name), name)),
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

type LimitName = (typeof TRAITS)[number];

function readLimits(
  model: Model,
  shape: Shape | undefined,
  member: string | undefined,
  name: LimitName,
): Required<Bounds> {
  if (!shape) return complete(undefined, name);
  if (member === undefined) return complete(bounds(shape, name), name);
  const found = findMember(shape, member);
  const target = found && findShape(model, found.target);
  return complete((found && bounds(found, name)) ?? (target && bounds(target, name)), name);
}

function complete(found: Bounds | undefined, name: LimitName): Required<Bounds> {
  const lowest = name === "length" ? 0 : Number.NEGATIVE_INFINITY;
  return { min: found?.min ?? lowest, max: found?.max ?? Number.POSITIVE_INFINITY };
}

function compareLimits(name: LimitName, before: Required<Bounds>, after: Required<Bounds>) {
  return {
    tightened: after.min > before.min || after.max < before.max,
    loosened: after.min < before.min || after.max > before.max,
    text: describe(NAMES[name], before, after),
  };
}

function describe(name: string, before: Required<Bounds>, after: Required<Bounds>): string {
  const parts: string[] = [];
  if (before.min !== after.min) parts.push(`least ${name} ${show(before.min)} → ${show(after.min)}`);
  if (before.max !== after.max) parts.push(`greatest ${name} ${show(before.max)} → ${show(after.max)}`);
  return parts.length === 0 ? `the limits of its ${name} are written differently` : parts.join(", ");
}

/** Up to 20 digits after the point: a limit is shown as it is. */
const NUMBERS = new Intl.NumberFormat("en-US", { maximumFractionDigits: 20 });

function show(limit: number): string {
  return Number.isFinite(limit) ? NUMBERS.format(limit) : "none";
}
