import { type Bounds, compareNumbers, equalNumbers, formatNumber, type NodeNumber } from "@shapelog/model";

/** The traits that are limits. */
export const LIMIT_TRAITS = ["length", "range"] as const;
export type LimitName = (typeof LIMIT_TRAITS)[number];

const NAMES = { length: "length", range: "value" } as const;

/** How a limit moved, and what to say of it. */
export interface LimitComparison {
  /** Some value was inside and is not any more. */
  readonly tightened: boolean;
  /** Some value is inside and was not before. */
  readonly loosened: boolean;
  readonly text: string;
}

/** Returns limits with both bounds. An absent bound is no limit: minus or plus infinity. */
export function completeBounds(found: Bounds | undefined, name: LimitName): Required<Bounds> {
  const lowest = name === "length" ? 0 : Number.NEGATIVE_INFINITY;
  return { min: found?.min ?? lowest, max: found?.max ?? Number.POSITIVE_INFINITY };
}

/** Compares two limits. */
export function compareLimits(
  name: LimitName,
  before: Required<Bounds>,
  after: Required<Bounds>,
): LimitComparison {
  const min = compareNumbers(after.min, before.min);
  const max = compareNumbers(after.max, before.max);
  return {
    tightened: min > 0 || max < 0,
    loosened: min < 0 || max > 0,
    text: describe(NAMES[name], before, after),
  };
}

function describe(name: string, before: Required<Bounds>, after: Required<Bounds>): string {
  const parts: string[] = [];
  if (!equalNumbers(before.min, after.min))
    parts.push(`least ${name} ${show(before.min)} → ${show(after.min)}`);
  if (!equalNumbers(before.max, after.max))
    parts.push(`greatest ${name} ${show(before.max)} → ${show(after.max)}`);
  return parts.length === 0 ? `the limits of its ${name} are written differently` : parts.join(", ");
}

function show(limit: NodeNumber): string {
  return typeof limit === "number" && !Number.isFinite(limit) ? "none" : formatNumber(limit);
}
