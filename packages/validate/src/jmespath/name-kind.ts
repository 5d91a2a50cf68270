import type { ValueType } from "./value-type.js";

/** Returns what a kind of value is called in a sentence: "an array", "a number", "nothing". */
export function nameKind(kind: ValueType["kind"]): string {
  if (kind === "null") return "nothing";
  return /^[aeo]/.test(kind) ? `an ${kind}` : `a ${kind}`;
}
