/** An entry with its place in its own list. */
export interface Placed<T> {
  readonly entry: T;
  readonly index: number;
}

/** What differs between two ordered lists whose entries have keys. */
export interface KeyedDifference<T> {
  /** Entries only in the first list, from the last to the first, so that each can be taken out by its index. */
  readonly removed: readonly Placed<T>[];
  /** Entries only in the second list, from the first to the last, so that each can be put in at its index. */
  readonly added: readonly Placed<T>[];
  /** Entries in both, in the order of the first list. */
  readonly kept: readonly (readonly [before: T, after: T])[];
  /** Entries in both in the order of each list, where the orders differ. */
  readonly reordered: { readonly before: readonly T[]; readonly after: readonly T[] } | undefined;
}

/** Returns the difference of two lists by key. Entries of equal keys are told apart by how often the key came before. */
export function diffKeyed<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (entry: T) => string | number,
): KeyedDifference<T> {
  if (sameKeys(before, after, keyOf)) {
    const kept = before.map((entry, index) => [entry, after[index] as T] as const); // same length
    return { removed: [], added: [], kept, reordered: undefined };
  }
  const left = placeByKey(before, keyOf);
  const right = placeByKey(after, keyOf);
  const kept: (readonly [T, T])[] = [];
  const removed: Placed<T>[] = [];
  for (const [key, placed] of left) {
    const other = right.get(key);
    if (other) kept.push([placed.entry, other.entry]);
    else removed.unshift(placed);
  }
  const added = [...right].flatMap(([key, placed]) => (left.has(key) ? [] : [placed]));
  const keptAfter = [...right].flatMap(([key, placed]) => (left.has(key) ? [placed.entry] : []));
  const moved = kept.some(
    ([, entry], index) => entry !== keptAfter[index] && keyOf(entry) !== keyOf(keptAfter[index] as T),
  );
  return {
    removed,
    added,
    kept,
    reordered: moved ? { before: kept.map(([entry]) => entry), after: keptAfter } : undefined,
  };
}

function sameKeys<T>(a: readonly T[], b: readonly T[], keyOf: (entry: T) => string | number): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) {
    if (keyOf(a[index] as T) !== keyOf(b[index] as T)) return false; // index is below both lengths
  }
  return true;
}

function placeByKey<T>(entries: readonly T[], keyOf: (entry: T) => string | number): Map<string, Placed<T>> {
  const placed = new Map<string, Placed<T>>();
  const counts = new Map<string | number, number>();
  entries.forEach((entry, index) => {
    const key = keyOf(entry);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    placed.set(`${typeof key}:${count}:${key}`, { entry, index });
  });
  return placed;
}
