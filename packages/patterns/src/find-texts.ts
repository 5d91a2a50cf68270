import type { JoinedKind } from "./join-tables.js";
import { AFTER, BEFORE, findState, type TableProduct } from "./table-product.js";
import { intersect, type Span } from "./text-limits.js";

/**
 * Kinds of texts to look for. A text is lost that only the side before takes, and gained that only the side after does:
 * by its patterns where those of the other side refuse it, by its length where they do not. `common` texts both take.
 */
export const SOUGHT = [
  "lostByPattern",
  "lostByLength",
  "gainedByPattern",
  "gainedByLength",
  "common",
] as const;
export type Sought = (typeof SOUGHT)[number];

/** A text that was found. */
export interface FoundText {
  /** Its length in characters. */
  readonly length: number;
  /** Absent where it is too long to be worked out. */
  readonly text?: string;
  /** The rating of its least readable character. */
  readonly rating: number;
}

export interface FoundTexts {
  readonly found: ReadonlyMap<Sought, FoundText>;
  /** Whether what was not found is not there. */
  readonly complete: boolean;
  /** How many characters were read. */
  readonly steps: number;
}

export interface FindTextsOptions {
  readonly sought: readonly Sought[];
  /** No text is looked for that is shorter. */
  readonly leastLength: number;
  /** No text is looked for that is longer. */
  readonly mostLength: number;
  /** No text is looked for that has characters of a higher rating. */
  readonly mostRating: number;
  readonly mostSteps: number;
}

/** A text that leads to a state: its last character, and what is before it. */
interface Path {
  readonly state: number;
  readonly length: number;
  /** The sum of the ratings of its characters. */
  readonly cost: number;
  readonly before?: Path;
  readonly kind?: JoinedKind;
}

interface Search {
  readonly product: TableProduct;
  /** How many kinds of characters there are to read. */
  readonly width: number;
  readonly mostRating: number;
  readonly found: Map<Sought, Path>;
  readonly mostSteps: number;
  steps: number;
}

/** The paths to states, by state. */
type Layer = ReadonlyMap<number, Path>;

/**
 * Finds a shortest text of each sought kind, and among those one of the most readable. Lengths are cut into stretches in
 * which the same limits hold. In a stretch, the states that its first length leads to are followed breadth first, each
 * once; from the start of one stretch to that of the next, all states of each length are.
 */
export function findTexts(product: TableProduct, options: FindTextsOptions): FoundTexts {
  const { mostSteps, mostRating, leastLength, mostLength } = options;
  const width = product.kinds.filter(({ rating }) => rating <= mostRating).length;
  const search: Search = { product, width, mostRating, found: new Map(), mostSteps, steps: 0 };
  const stretches = cutLengths(product, leastLength).filter(({ min }) => min <= mostLength);
  let layer: Layer = new Map([[0, { state: 0, length: 0, cost: 0 }]]);
  for (const [index, stretch] of stretches.entries()) {
    const last = Math.min(stretch.max, mostLength);
    const open = (at: Span) =>
      options.sought.filter(
        (sought) => at.min >= leastLength && !search.found.has(sought) && canHave(product, at, sought),
      );
    followStretch(search, layer, { last, sought: open(stretch) });
    const later = stretches.slice(index + 1).flatMap(open);
    if (later.length === 0) break;
    layer = followExactly(search, layer, { count: last - stretch.min + 1, sought: later });
  }
  return {
    found: new Map([...search.found].map(([sought, path]) => [sought, readPath(product, path)])),
    complete: search.steps <= mostSteps,
    steps: search.steps,
  };
}

/** Returns all lengths as stretches in which each limit allows every length or none. */
function cutLengths({ sides }: TableProduct, leastLength: number): readonly Span[] {
  const spans = sides.flatMap(({ length, patternLength }) => [length, patternLength]);
  const starts = [0, leastLength, ...spans.flatMap(({ min, max }) => [min, max + 1])];
  const order = [...new Set(starts)].filter((start) => Number.isFinite(start) && start >= 0);
  order.sort((a, b) => a - b);
  return order.map((min, index) => ({ min, max: (order[index + 1] ?? Number.POSITIVE_INFINITY) - 1 }));
}

/** Which sides have to take a text of a kind, and which must not. Both sides' patterns take what is lost by length. */
function canHave({ sides: [before, after] }: TableProduct, at: Span, sought: Sought): boolean {
  const isBefore = allows(intersect(before.length, before.patternLength), at.min);
  const isAfter = allows(intersect(after.length, after.patternLength), at.min);
  switch (sought) {
    case "lostByPattern":
      return isBefore;
    case "gainedByPattern":
      return isAfter;
    case "lostByLength":
      return isBefore && allows(after.patternLength, at.min) && !allows(after.length, at.min);
    case "gainedByLength":
      return isAfter && allows(before.patternLength, at.min) && !allows(before.length, at.min);
    case "common":
      return isBefore && isAfter;
  }
}

function allows({ min, max }: Span, length: number): boolean {
  return min <= length && length <= max;
}

function isSought({ product }: Search, { state, length }: Path, sought: Sought): boolean {
  const [before, after] = product.sides;
  const { taken } = findState(product, state);
  const isBefore = (taken & BEFORE) !== 0 && allows(before.patternLength, length);
  const isAfter = (taken & AFTER) !== 0 && allows(after.patternLength, length);
  if (sought === "lostByPattern") return isBefore && !isAfter;
  if (sought === "gainedByPattern") return isAfter && !isBefore;
  return isBefore && isAfter;
}

interface Stretch {
  /** The last length of the stretch. */
  readonly last: number;
  readonly sought: readonly Sought[];
}

function followStretch(search: Search, start: Layer, { last, sought }: Stretch): void {
  const seen = new Set(start.keys());
  let layer = start;
  let open = sought;
  while (open.length > 0 && layer.size > 0 && search.steps <= search.mostSteps) {
    for (const kind of open) {
      const path = findBest(search, layer, kind);
      if (path) search.found.set(kind, path);
    }
    open = open.filter((kind) => !search.found.has(kind));
    const [first] = layer.values();
    if (!first || first.length >= last) return;
    layer = advance(search, layer, { passed: seen, sought: open });
    for (const state of layer.keys()) seen.add(state);
  }
}

function findBest(search: Search, layer: Layer, sought: Sought): Path | undefined {
  let best: Path | undefined;
  for (const path of layer.values()) {
    if ((!best || path.cost < best.cost) && isSought(search, path, sought)) best = path;
  }
  return best;
}

interface Advance {
  readonly passed: ReadonlySet<number>;
  readonly sought: readonly Sought[];
}

/**
 * Returns the paths that are one character longer, the most readable to each state that is not passed over and can lead
 * to something that is sought.
 */
function advance(search: Search, layer: Layer, { passed, sought }: Advance): Layer {
  const { product, width, mostRating } = search;
  const takers = [...new Set(sought.map((one) => TAKERS[one]))];
  const isHopeless = [0, BEFORE, AFTER, BEFORE | AFTER].map((dead) =>
    takers.every((sides) => (sides & dead) !== 0),
  );
  const next = new Map<number, Path>();
  search.steps += layer.size * (width + 1);
  if (search.steps > search.mostSteps) return next;
  for (const before of layer.values()) {
    for (const { state, kind, dead } of findState(product, before.state).successors) {
      if (kind.rating > mostRating || isHopeless[dead] || passed.has(state)) continue;
      const cost = before.cost + kind.rating;
      const known = next.get(state);
      if (!known || cost < known.cost)
        next.set(state, { state, length: before.length + 1, cost, before, kind });
    }
  }
  return next;
}

/** The sides that have to take a text of a kind. */
const TAKERS = {
  lostByPattern: BEFORE,
  lostByLength: BEFORE | AFTER,
  gainedByPattern: AFTER,
  gainedByLength: BEFORE | AFTER,
  common: BEFORE | AFTER,
} as const satisfies Readonly<Record<Sought, number>>;

const NONE: ReadonlySet<number> = new Set();

/** Where the states stay the same, what is further away than this is not followed. */
const LONGEST_FOLLOWED = 4096;

interface Exactly {
  readonly count: number;
  readonly sought: readonly Sought[];
}

/** Returns all states that texts lead to which are longer by `count`. */
function followExactly(search: Search, start: Layer, { count, sought }: Exactly): Layer {
  let layer = start;
  for (let done = 0; done < count && layer.size > 0 && search.steps <= search.mostSteps; done++) {
    const next = advance(search, layer, { passed: NONE, sought });
    const left = count - done - 1;
    const isSettled = next.size === layer.size && [...next.keys()].every((state) => layer.has(state));
    if (isSettled && left > LONGEST_FOLLOWED) return skip(next, left);
    layer = next;
  }
  return layer;
}

/** Returns a layer as it is `count` characters later, without how its paths come there. */
function skip(layer: Layer, count: number): Layer {
  return new Map(
    [...layer].map(([state, { length, cost }]) => [state, { state, length: length + count, cost }]),
  );
}

function readPath({ tables }: TableProduct, path: Path): FoundText {
  const codes: number[] = [];
  let rating = 0;
  let step: Path = path;
  for (; step.before && step.kind; step = step.before) {
    codes.push(step.kind.code);
    rating = Math.max(rating, step.kind.rating);
  }
  const { length } = path;
  if (step.length > 0) return { length, rating };
  if (tables[0]?.direction !== "backward") codes.reverse();
  return { length, rating, text: codes.map((code) => String.fromCodePoint(code)).join("") };
}
