import type { Difference } from "../rule.js";
import { ofTrait, type TraitDelta } from "./select.js";

/** One bound of `@length` or `@range` that moved. An absent bound is no limit: minus or plus infinity. */
export interface MovedLimit {
  readonly delta: TraitDelta;
  readonly tightened: boolean;
  readonly text: string;
}

const NAMES: Readonly<Record<string, string>> = {
  "smithy.api#length": "length",
  "smithy.api#range": "value",
};

/** Returns the `@length` and `@range` changes whose bounds all moved the same way, in (tightened) or out. */
export function findMovedLimits(difference: Difference): MovedLimit[] {
  return Object.keys(NAMES).flatMap((trait) =>
    ofTrait(difference, trait).flatMap((delta) => {
      const lowest = trait === "smithy.api#length" ? 0 : Number.NEGATIVE_INFINITY;
      const before = readBounds(delta.before, lowest);
      const after = readBounds(delta.after, lowest);
      if (!before || !after) return [];
      const inward = after.min > before.min || after.max < before.max;
      const outward = after.min < before.min || after.max > before.max;
      if (inward && outward) return [{ delta, tightened: true, text: describe(trait, before, after) }];
      return [{ delta, tightened: inward, text: describe(trait, before, after) }];
    }),
  );
}

interface Limits {
  readonly min: number;
  readonly max: number;
}

function readBounds(value: unknown, lowest: number): Limits | undefined {
  if (value === undefined) return { min: lowest, max: Number.POSITIVE_INFINITY };
  if (typeof value !== "object" || value === null) return undefined;
  const { min, max } = value as { readonly min?: unknown; readonly max?: unknown }; // any object may have them
  return {
    min: typeof min === "number" ? min : lowest,
    max: typeof max === "number" ? max : Number.POSITIVE_INFINITY,
  };
}

function describe(trait: string, before: Limits, after: Limits): string {
  const name = NAMES[trait] ?? "limit";
  const parts: string[] = [];
  if (before.min !== after.min) parts.push(`least ${name} ${show(before.min)} → ${show(after.min)}`);
  if (before.max !== after.max) parts.push(`greatest ${name} ${show(before.max)} → ${show(after.max)}`);
  return parts.length === 0 ? `${name} limits restated` : parts.join(", ");
}

function show(limit: number): string {
  return Number.isFinite(limit) ? limit.toLocaleString("en-US") : "none";
}
