/** What a delta says of a shape or member. */
export type AwsValue =
  /** A type's word, or the values of an enum joined by bars. */
  | { readonly kind: "word"; readonly text: string }
  /** Values that an enum gained, in order. */
  | { readonly kind: "set"; readonly values: readonly string[] }
  /** Members, or the one entry of a map: the type of its keys and of its values. Sorted by key. */
  | { readonly kind: "dict"; readonly entries: readonly AwsEntry[] }
  | { readonly kind: "list"; readonly item: AwsValue }
  /** A type inside itself. */
  | { readonly kind: "recursion" };

export interface AwsEntry {
  readonly key: string;
  readonly value: AwsValue;
}

/** The value of a type inside itself. */
export const RECURSION: AwsValue = { kind: "recursion" };

/** The value of what is not told, where a delta grows beyond any real model's. */
export const CUT: AwsValue = { kind: "word", text: "..." };

/** Returns a dict, its entries sorted by code point as Python sorts them. */
export function createDict(entries: readonly AwsEntry[]): AwsValue {
  return { kind: "dict", entries: [...entries].sort((a, b) => compareCodePoints(a.key, b.key)) };
}

/** Returns whether a value is empty, which a delta leaves out of a shape that both models have. */
export function isEmptyValue(value: AwsValue): boolean {
  if (value.kind === "dict") return value.entries.length === 0;
  return value.kind === "set" ? value.values.length === 0 : value.kind === "recursion";
}

/** Returns whether two values are equal. Shared parts are not walked. */
export function equalValues(a: AwsValue, b: AwsValue): boolean {
  if (a === b) return true;
  if (a.kind === "word" && b.kind === "word") return a.text === b.text;
  if (a.kind === "list" && b.kind === "list") return equalValues(a.item, b.item);
  if (a.kind === "set" && b.kind === "set") {
    return a.values.length === b.values.length && a.values.every((value, index) => value === b.values[index]);
  }
  if (a.kind === "dict" && b.kind === "dict") {
    if (a.entries.length !== b.entries.length) return false;
    return a.entries.every(({ key, value }, index) => {
      const other = b.entries[index];
      return other !== undefined && other.key === key && equalValues(value, other.value);
    });
  }
  return a.kind === b.kind;
}

/** Orders by Unicode code point, as Python does. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
