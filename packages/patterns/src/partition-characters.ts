import type { CharacterSet } from "./character-set.js";

/** @internal */
export interface CharacterPartition {
  /** The first code point of each range, ascending, the first of them 0. */
  readonly starts: readonly number[];
  /** The kind of each range's characters. */
  readonly kinds: readonly number[];
  /** How many kinds there are. */
  readonly size: number;
  /** The kinds that each set is made of. */
  readonly sets: readonly (readonly number[])[];
}

/**
 * Sorts the characters into kinds, so that each of the sets has all characters of a kind or none.
 *
 * @internal
 */
export function partitionCharacters(sets: readonly CharacterSet[]): CharacterPartition {
  const changes = new Map<number, number[]>([[0, []]]);
  sets.forEach((set, index) => {
    for (const { min, max } of set) {
      for (const at of [min, max + 1]) changes.set(at, [...(changes.get(at) ?? []), index]);
    }
  });
  changes.delete(0x110000);
  const inside = new Set<number>();
  const known = new Map<string, number>();
  const members = sets.map((): number[] => []);
  const ranges: { readonly start: number; readonly kind: number }[] = [];
  for (const [start, changed] of [...changes].sort(([a], [b]) => a - b)) {
    for (const index of changed) if (!inside.delete(index)) inside.add(index);
    const key = [...inside].sort((a, b) => a - b).join();
    let kind = known.get(key);
    if (kind === undefined) {
      kind = known.size;
      known.set(key, kind);
      for (const index of inside) members[index]?.push(kind);
    }
    if (ranges.at(-1)?.kind !== kind) ranges.push({ start, kind });
  }
  return {
    starts: ranges.map(({ start }) => start),
    kinds: ranges.map(({ kind }) => kind),
    size: known.size,
    sets: members,
  };
}
