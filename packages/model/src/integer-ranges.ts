import { requireNumber } from "./numbers.js";
import type { Bounds } from "./traits.js";

/** What fits in the kinds of integers that have a size (Smithy 2.0, "Simple types"). */
export const INTEGER_RANGES = {
  byte: { min: -128, max: 127 },
  short: { min: -32_768, max: 32_767 },
  integer: { min: -2_147_483_648, max: 2_147_483_647 },
  long: { min: requireNumber("-9223372036854775808"), max: requireNumber("9223372036854775807") },
} as const satisfies Readonly<Record<string, Bounds>>;
