/** Up to this many plain values each pair is compared, which is faster than a set. */
const FEW = 8;

/** Values nested deeper than this count as different, so that the walk is bounded. */
const MAX_DEPTH = 128;

/**
 * Returns whether two items of a list are equal by value (Smithy 2.0, "uniqueItems trait"). The order of an object's
 * properties does not matter, and properties that are `undefined` are absent. Values that hold themselves count as
 * different. Linear in the size of the list, of which an object that stands in it often is a part once.
 */
export function hasDuplicates(items: readonly unknown[]): boolean {
  if (items.length <= FEW && items.every(isPlain)) {
    return items.some((item, index) => items.includes(item, index + 1));
  }
  const plain = new Set<unknown>();
  const printed = new Set<string>();
  const seen: Seen = { keys: new Map(), numbers: new Map() };
  for (const item of items) {
    const key = isPlain(item) ? undefined : print(item, seen, 0);
    if (key === undefined ? isPlain(item) && plain.has(item) : printed.has(key)) return true;
    if (key === undefined) plain.add(item);
    else printed.add(key);
  }
  return false;
}

interface Seen {
  /** What objects were printed as; `undefined` while they are, and for those that have no end. */
  readonly keys: Map<object, string | undefined>;
  /** A number for each content that an object has. */
  readonly numbers: Map<string, number>;
}

function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

/** Returns a text that two values share exactly if they are equal, or `undefined` where they are nested too deep. */
function print(value: unknown, seen: Seen, depth: number): string | undefined {
  if (typeof value === "string" || value instanceof String) return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return `${typeof value} ${String(value)}`;
  if (depth === MAX_DEPTH) return undefined;
  if (seen.keys.has(value)) return seen.keys.get(value);
  seen.keys.set(value, undefined);
  const content = printContent(value, seen, depth);
  if (content === undefined) return undefined;
  const number = seen.numbers.get(content) ?? seen.numbers.size;
  seen.numbers.set(content, number);
  seen.keys.set(value, `#${number}`);
  return `#${number}`;
}

function printContent(value: object, seen: Seen, depth: number): string | undefined {
  if (value instanceof Date) return `Date ${value.getTime()}`;
  if (value instanceof Uint8Array) return `Bytes ${value.join()}`;
  const entries = Array.isArray(value)
    ? value.map((inner: unknown, index) => [String(index), inner] as const)
    : Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1));
  const parts: string[] = [];
  for (const [key, inner] of entries) {
    const text = print(inner, seen, depth + 1);
    if (text === undefined) return undefined;
    parts.push(`${JSON.stringify(key)}:${text}`);
  }
  return Array.isArray(value) ? `[${parts.join()}]` : `{${parts.join()}}`;
}
