/** Up to this many plain values each pair is compared, which is faster than a set. */
const FEW = 8;

/** Values nested deeper than this count as different, so that the walk is bounded. */
const MAX_DEPTH = 128;

/**
 * Returns whether two items of a list are equal by value (Smithy 2.0, "uniqueItems trait"). The order of an object's
 * properties does not matter, and properties that are `undefined` are absent. Linear in the size of the list.
 */
export function hasDuplicates(items: readonly unknown[]): boolean {
  if (items.length <= FEW && items.every(isPlain)) {
    return items.some((item, index) => items.includes(item, index + 1));
  }
  const plain = new Set<unknown>();
  const printed = new Set<string>();
  for (const item of items) {
    const key = isPlain(item) ? undefined : print(item, 0);
    if (key === undefined ? isPlain(item) && plain.has(item) : printed.has(key)) return true;
    if (key === undefined) plain.add(item);
    else printed.add(key);
  }
  return false;
}

function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

/** Returns a text that two values share exactly if they are equal, or `undefined` where they are nested too deep. */
function print(value: unknown, depth: number): string | undefined {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return `${typeof value} ${String(value)}`;
  if (depth === MAX_DEPTH) return undefined;
  if (value instanceof Date) return `Date ${value.getTime()}`;
  if (value instanceof Uint8Array) return `Bytes ${value.join()}`;
  const entries = Array.isArray(value)
    ? value.map((inner: unknown, index) => [String(index), inner] as const)
    : Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1));
  const parts: string[] = [];
  for (const [key, inner] of entries) {
    const text = print(inner, depth + 1);
    if (text === undefined) return undefined;
    parts.push(`${JSON.stringify(key)}:${text}`);
  }
  return Array.isArray(value) ? `[${parts.join()}]` : `{${parts.join()}}`;
}
