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

/**
 * Returns the difference of two lists by key. What both begin and end with is kept as it is; in between, entries of equal
 * keys are told apart by how often the key came before.
 */
export function diffKeyed<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (entry: T) => string | number,
): KeyedDifference<T> {
  const start = countAlike(before, after, keyOf);
  const end =
    start === before.length && start === after.length
      ? 0
      : countAlikeAtEnd(before.slice(start), after.slice(start), keyOf);
  const left = placeByKey(before, [start, before.length - end], keyOf);
  const right = placeByKey(after, [start, after.length - end], keyOf);
  const kept: (readonly [T, T])[] = [];
  for (let index = 0; index < start; index++) kept.push([before[index] as T, after[index] as T]); // below both lengths
  const removed: Placed<T>[] = [];
  const between: (readonly [T, T])[] = [];
  for (const [key, placed] of left) {
    const other = right.get(key);
    if (other) between.push([placed.entry, other.entry]);
    else removed.push(placed);
  }
  removed.reverse();
  for (const each of between) kept.push(each);
  for (let index = end; index > 0; index--)
    kept.push([before[before.length - index] as T, after[after.length - index] as T]); // below both lengths
  const added = [...right].flatMap(([key, placed]) => (left.has(key) ? [] : [placed]));
  const betweenAfter = [...right].flatMap(([key, placed]) => (left.has(key) ? [placed.entry] : []));
  const moved = between.some(
    ([, entry], index) => entry !== betweenAfter[index] && keyOf(entry) !== keyOf(betweenAfter[index] as T),
  );
  const order = (middle: readonly T[]) => [
    ...after.slice(0, start),
    ...middle,
    ...after.slice(after.length - end),
  ];
  return {
    removed,
    added,
    kept,
    reordered: moved ? { before: kept.map(([entry]) => entry), after: order(betweenAfter) } : undefined,
  };
}

/** Returns with how many entries of equal keys two lists begin. */
function countAlike<T>(a: readonly T[], b: readonly T[], keyOf: (entry: T) => string | number): number {
  const most = Math.min(a.length, b.length);
  for (let index = 0; index < most; index++) {
    if (keyOf(a[index] as T) !== keyOf(b[index] as T)) return index; // index is below both lengths
  }
  return most;
}

/** Returns with how many entries of equal keys two lists end. */
function countAlikeAtEnd<T>(a: readonly T[], b: readonly T[], keyOf: (entry: T) => string | number): number {
  const most = Math.min(a.length, b.length);
  for (let index = 1; index <= most; index++) {
    if (keyOf(a[a.length - index] as T) !== keyOf(b[b.length - index] as T)) return index - 1; // below both lengths
  }
  return most;
}

function placeByKey<T>(
  entries: readonly T[],
  [from, to]: readonly [number, number],
  keyOf: (entry: T) => string | number,
): Map<string, Placed<T>> {
  const placed = new Map<string, Placed<T>>();
  const counts = new Map<string | number, number>();
  for (let index = from; index < to; index++) {
    const entry = entries[index] as T; // index is below the length
    const key = keyOf(entry);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    placed.set(`${typeof key}:${count}:${key}`, { entry, index });
  }
  return placed;
}
