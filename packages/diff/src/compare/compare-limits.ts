import type { Bounds } from "@shapelog/model";

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

/** Made when the first limit is shown: that takes a tenth of a short command's time. */
let numbers: Intl.NumberFormat | undefined;

/** Up to 20 digits after the point: a limit is shown as it is. */
function show(limit: number): string {
  if (!Number.isFinite(limit)) return "none";
  numbers ??= new Intl.NumberFormat("en-US", { maximumFractionDigits: 20 });
  return numbers.format(limit);
}
