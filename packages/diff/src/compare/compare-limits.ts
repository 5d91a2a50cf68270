import {
  type Bounds,
  ceiling,
  compareNumbers,
  equalNumbers,
  floor,
  formatNumber,
  INTEGER_RANGES,
  type NodeNumber,
  requireNumber,
  type ShapeKind,
} from "@shapelog/model";

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

/** What a kind of integer holds. */
const RANGES: Readonly<Partial<Record<ShapeKind, Required<Bounds>>>> = {
  ...INTEGER_RANGES,
  intEnum: INTEGER_RANGES.integer,
  long: { min: requireNumber("-9223372036854775808"), max: requireNumber("9223372036854775807") },
  bigInteger: { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY },
};

/** Returns which of the values that a kind of shape can hold are within limits: the least and the greatest of them. */
export function effectiveBounds({ min, max }: Required<Bounds>, kind: ShapeKind): Required<Bounds> {
  const own = RANGES[kind];
  if (!own) return { min, max };
  const [least, most] = [roundTo(ceiling, min), roundTo(floor, max)];
  return {
    min: compareNumbers(least, own.min) < 0 ? own.min : least,
    max: compareNumbers(most, own.max) > 0 ? own.max : most,
  };
}

function roundTo(round: (limit: NodeNumber) => NodeNumber, limit: NodeNumber): NodeNumber {
  return typeof limit === "number" && !Number.isFinite(limit) ? limit : round(limit);
}

/** Compares two limits by their bounds. */
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
