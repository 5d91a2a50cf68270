import type { ShapeKind } from "@shapelog/model";
import { BROKEN, type Levels } from "./levels.js";

const WHOLE: readonly ShapeKind[] = ["byte", "short", "integer", "long", "bigInteger"];
const REAL: readonly ShapeKind[] = ["float", "double", "bigDecimal"];
const ENUMS: readonly (readonly [open: ShapeKind, closed: ShapeKind])[] = [
  ["string", "enum"],
  ["integer", "intEnum"],
];

/** How one kind of data relates to another. */
export type KindRelation = "widened" | "fractional" | "narrowed" | "closed" | "opened" | "other";

/** Returns how a kind of shape relates to the one before it. */
export function relateKinds(old: ShapeKind, now: ShapeKind): KindRelation {
  for (const [open, closed] of ENUMS) {
    if (old === open && now === closed) return "closed";
    if (old === closed && now === open) return "opened";
  }
  if (WHOLE.includes(old) && REAL.includes(now)) return "fractional";
  if (REAL.includes(old) && WHOLE.includes(now)) return "narrowed";
  for (const widths of [WHOLE, REAL]) {
    const [from, to] = [widths.indexOf(old), widths.indexOf(now)];
    if (from !== -1 && to !== -1) return from < to ? "widened" : "narrowed";
  }
  return "other";
}

/** What another kind of data means. */
export const KIND_LEVELS: Readonly<Record<KindRelation, Levels>> = {
  widened: ["extended", "limited"],
  fractional: ["extended", "other"],
  narrowed: ["narrowed", "extended"],
  closed: ["other", "extended"],
  opened: ["extended", "opened"],
  other: BROKEN,
};
