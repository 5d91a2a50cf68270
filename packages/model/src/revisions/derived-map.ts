/** What becomes of a map: keys with their new values, and with `undefined` those that go. */
export type MapChanges<Key, Value> = ReadonlyMap<Key, Value | undefined>;

/** Changes that are a larger part of a map than this are no longer kept beside it: it is copied. */
const LARGEST_PART = 1 / 4;
const GONE = Symbol("gone");

type Defined = NonNullable<unknown> | null;

/**
 * Returns what changes make of a map, which stays as it is. What did not change is shared, not copied, so that a long
 * row of maps, each a little other than the one before, costs what changed. Keys keep their places; new ones come last.
 * No value may be `undefined`, and `map` must not change afterwards.
 */
export function deriveMap<Key, Value extends Defined>(
  map: ReadonlyMap<Key, Value>,
  changes: MapChanges<Key, Value>,
): ReadonlyMap<Key, Value> {
  if (changes.size === 0) return map;
  const [base, known] = partsOf(map);
  const over = new Map(known);
  let { size } = map;
  for (const [key, value] of changes) {
    if (map.has(key)) size--;
    if (value !== undefined) size++;
    if (value !== undefined || base.has(key)) over.set(key, value === undefined ? GONE : value);
    else over.delete(key);
  }
  const derived = new DerivedMap(base, over, size);
  if (over.size <= base.size * LARGEST_PART) return derived;
  const copy = new Map(derived);
  ORIGINS.delete(base); // else every map would keep all those before it
  ORIGINS.set(copy, derived);
  return copy;
}

/** What maps are copies of. */
const ORIGINS = new WeakMap<ReadonlyMap<unknown, unknown>, DerivedMap<unknown, Defined>>();

/** Returns the keys whose values are not the same in two maps. Maps derived from one another are not walked through. */
export function findChangedKeys<Key, Value extends Defined>(
  before: ReadonlyMap<Key, Value>,
  after: ReadonlyMap<Key, Value>,
): Set<Key> {
  const [old, left] = partsOf(before);
  const [now, right] = partsOf(after);
  const origin = ORIGINS.get(now) as DerivedMap<Key, Value> | undefined; // a copy has the types of what it copies
  const changed = new Set<Key>();
  const look = (keys: Iterable<Key>) => {
    for (const key of keys) if (before.get(key) !== after.get(key)) changed.add(key);
  };
  const isShared = old === now || old === origin?.base;
  look(isShared ? left.keys() : before.keys());
  look(isShared ? right.keys() : after.keys());
  if (origin && old === origin.base) look(origin.over.keys());
  return changed;
}

type Over<Key, Value> = ReadonlyMap<Key, Value | typeof GONE>;

function partsOf<Key, Value extends Defined>(
  map: ReadonlyMap<Key, Value>,
): readonly [base: ReadonlyMap<Key, Value>, over: Over<Key, Value>] {
  return map instanceof DerivedMap ? [map.base, map.over] : [map, new Map()];
}

/** A map, and what stands over it. */
class DerivedMap<Key, Value extends Defined> implements ReadonlyMap<Key, Value> {
  readonly base: ReadonlyMap<Key, Value>;
  readonly over: Over<Key, Value>;
  readonly size: number;

  constructor(base: ReadonlyMap<Key, Value>, over: Over<Key, Value>, size: number) {
    this.base = base;
    this.over = over;
    this.size = size;
  }

  get(key: Key): Value | undefined {
    const own = this.over.get(key);
    if (own === undefined) return this.base.get(key);
    return own === GONE ? undefined : own;
  }

  has(key: Key): boolean {
    const own = this.over.get(key);
    return own === undefined ? this.base.has(key) : own !== GONE;
  }

  *entries(): Generator<[Key, Value], undefined> {
    for (const entry of this.base) {
      const own = this.over.get(entry[0]);
      if (own === undefined) yield entry;
      else if (own !== GONE) yield [entry[0], own];
    }
    for (const [key, own] of this.over) if (own !== GONE && !this.base.has(key)) yield [key, own];
    return undefined;
  }

  *keys(): Generator<Key, undefined> {
    for (const [key] of this.entries()) yield key;
    return undefined;
  }

  *values(): Generator<Value, undefined> {
    for (const [, value] of this.entries()) yield value;
    return undefined;
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }

  [Symbol.iterator](): Generator<[Key, Value], undefined> {
    return this.entries();
  }
}
