/** A value of an example, which each language prints in its own way. Object keys are members' names. */
export type Literal =
  | { readonly kind: "object"; readonly entries: readonly Entry[] }
  | { readonly kind: "list"; readonly items: readonly Literal[] }
  | { readonly kind: "text"; readonly text: string }
  /** `big` says which kind of number without bounds it is. */
  | { readonly kind: "number"; readonly digits: string; readonly big?: "bigInteger" | "bigDecimal" }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** `text` is an RFC 3339 date-time in UTC. */
  | { readonly kind: "time"; readonly text: string }
  /** Bytes that are this text in UTF-8. */
  | { readonly kind: "bytes"; readonly text: string }
  | { readonly kind: "null" };

/** A member or key with its value. */
export type Entry = readonly [name: string, value: Literal];

/** Returns how many values are in a value, itself included. */
export function countValues(literal: Literal): number {
  if (literal.kind === "list") return literal.items.reduce((sum, item) => sum + countValues(item), 1);
  if (literal.kind === "object")
    return literal.entries.reduce((sum, [, value]) => sum + countValues(value), 1);
  return 1;
}

/** Returns whether any value of a value is such a one. */
export function someValue(literal: Literal, test: (value: Literal) => boolean): boolean {
  if (test(literal)) return true;
  if (literal.kind === "list") return literal.items.some((item) => someValue(item, test));
  return literal.kind === "object" && literal.entries.some(([, value]) => someValue(value, test));
}
