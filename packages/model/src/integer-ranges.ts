import type { Bounds } from "./traits.js";

/** What fits in the kinds of integers that have a size (Smithy 2.0, "Simple types"); of `long`, no double holds it. */
export const INTEGER_RANGES = {
  byte: { min: -128, max: 127 },
  short: { min: -32_768, max: 32_767 },
  integer: { min: -2_147_483_648, max: 2_147_483_647 },
} as const satisfies Readonly<Record<string, Bounds>>;
