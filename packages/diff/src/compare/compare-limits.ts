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

/** What is limited: how long a text or blob is, how many entries there are, or how large a number is. */
export type LimitedThing = "length" | "entries" | "value";

const WORDS: Readonly<Record<LimitedThing, { least: string; greatest: string; whole: string }>> = {
  length: { least: "least length", greatest: "greatest length", whole: "its length" },
  entries: { least: "fewest entries", greatest: "most entries", whole: "the number of its entries" },
  value: { least: "least value", greatest: "greatest value", whole: "its value" },
};

/** How a limit moved. */
export interface LimitComparison {
  /** Some value was inside and is not any more. */
  readonly tightened: boolean;
  /** Some value is inside and was not before. */
  readonly loosened: boolean;
}

/** Returns what a limit of a kind of shape limits. */
export function limitedThing(name: LimitName, kind: ShapeKind | undefined): LimitedThing {
  if (name === "range") return "value";
  return kind === "list" || kind === "map" ? "entries" : "length";
}

/** Returns limits with both bounds. An absent bound is no limit: minus or plus infinity. */
export function completeBounds(found: Bounds | undefined, name: LimitName): Required<Bounds> {
  const lowest = name === "length" ? 0 : Number.NEGATIVE_INFINITY;
  return { min: found?.min ?? lowest, max: found?.max ?? Number.POSITIVE_INFINITY };
}

/**
 * No text, list or map is longer: in Java, in which Smithy and most services of AWS count, none can be, and in JavaScript
 * no text is. Streams can be.
 */
export const LONGEST = 2 ** 31 - 1;
const COUNTED: Required<Bounds> = { min: 0, max: LONGEST };

/** What a kind of integer holds, and how long other kinds are at most. */
const RANGES: Readonly<Partial<Record<ShapeKind, Required<Bounds>>>> = {
  ...{ string: COUNTED, enum: COUNTED, list: COUNTED, map: COUNTED },
  ...INTEGER_RANGES,
  intEnum: INTEGER_RANGES.integer,
  long: { min: requireNumber("-9223372036854775808"), max: requireNumber("9223372036854775807") },
  bigInteger: { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY },
};

/**
 * Returns which of the values or lengths that a kind of shape can have are within limits: the least and the greatest of
 * them.
 */
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
export function compareLimits(before: Required<Bounds>, after: Required<Bounds>): LimitComparison {
  const min = compareNumbers(after.min, before.min);
  const max = compareNumbers(after.max, before.max);
  return { tightened: min > 0 || max < 0, loosened: min < 0 || max > 0 };
}

/** Returns how the bounds of a limit moved: least length 0 → 1, greatest length 10 → 20. */
export function describeLimits(
  thing: LimitedThing,
  before: Required<Bounds>,
  after: Required<Bounds>,
): string {
  const { least, greatest, whole } = WORDS[thing];
  const parts: string[] = [];
  if (!equalNumbers(before.min, after.min)) parts.push(`${least} ${show(before.min)} → ${show(after.min)}`);
  if (!equalNumbers(before.max, after.max))
    parts.push(`${greatest} ${show(before.max)} → ${show(after.max)}`);
  return parts.length === 0 ? `the limits of ${whole} are written differently` : parts.join(", ");
}

/** Returns a bound as readers know it. */
function show(limit: NodeNumber): string {
  return typeof limit === "number" && !Number.isFinite(limit) ? "none" : formatNumber(limit);
}
