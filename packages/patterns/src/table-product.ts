import type { PatternTable } from "./build-table.js";
import { type JoinedKind, joinKinds } from "./join-tables.js";
import type { Span } from "./text-limits.js";

/** One side of a comparison: the tables that take its texts, by their index, and the lengths that are allowed. */
export interface Side {
  readonly tables: readonly number[];
  /** The lengths that its patterns allow, beyond what their tables say. */
  readonly patternLength: Span;
  readonly length: Span;
}

/** Several tables that read a text together. A state is a number that stands for the state of each of them. */
export interface TableProduct {
  readonly tables: readonly PatternTable[];
  readonly kinds: readonly JoinedKind[];
  readonly sides: readonly [before: Side, after: Side];
  /** What a table's state counts in the number of a state. */
  readonly factors: readonly number[];
  /** The sides that each table belongs to. */
  readonly users: readonly number[];
  /** For each table whether a text can go on from a state to one that is taken. */
  readonly alive: readonly (readonly boolean[])[];
  /** What is known of states. */
  readonly found: Map<number, ProductState>;
}

/** A state, as far as searches ask of it. */
export interface ProductState {
  /** The sides whose tables take the text that leads to it. */
  readonly taken: number;
  /** Where a text goes on to, each state once, by the most readable of the characters that lead there. */
  readonly successors: readonly Successor[];
}

export interface Successor {
  readonly state: number;
  readonly kind: JoinedKind;
  /** The sides that take no text that goes on from there. */
  readonly dead: number;
}

/** Returns tables put together, or `undefined` where no number can stand for their states. */
export function createProduct(
  tables: readonly PatternTable[],
  sides: readonly [before: Side, after: Side],
): TableProduct | undefined {
  const factors: number[] = [];
  let size = 1;
  for (const { next } of tables) {
    factors.push(size);
    size *= next.length;
  }
  if (size > Number.MAX_SAFE_INTEGER) return undefined;
  const users = tables.map((_, table) => {
    const [before, after] = sides.map((side) => side.tables.includes(table));
    return (before ? BEFORE : 0) | (after ? AFTER : 0);
  });
  const alive = tables.map(findAlive);
  return { tables, kinds: joinKinds(tables), sides, factors, users, alive, found: new Map() };
}

/** The bits that stand for the sides in a set of them. */
export const BEFORE = 1;
export const AFTER = 2;

/** Returns a state of a product. */
export function findState(product: TableProduct, state: number): ProductState {
  const known = product.found.get(state);
  if (known) return known;
  const { tables, factors, users } = product;
  const states = tables.map(({ next }, table) => Math.floor(state / (factors[table] ?? 1)) % next.length);
  let refused = 0;
  for (const [table, { accepting }] of tables.entries()) {
    if (accepting[states[table] ?? 0] !== true) refused |= users[table] ?? 0;
  }
  const found = { taken: (BEFORE | AFTER) & ~refused, successors: findSuccessors(product, states) };
  product.found.set(state, found);
  return found;
}

/** Kinds come the most readable first. */
function findSuccessors(product: TableProduct, states: readonly number[]): readonly Successor[] {
  const { tables, factors, users, alive, kinds } = product;
  const rows = tables.map(({ next }, table) => next[states[table] ?? 0] ?? []);
  const successors = new Map<number, Successor>();
  for (const kind of kinds) {
    let [state, dead] = [0, 0];
    for (let table = 0; table < rows.length; table++) {
      const to = rows[table]?.[kind.columns[table] ?? 0] ?? 0;
      state += to * (factors[table] ?? 1);
      if (alive[table]?.[to] !== true) dead |= users[table] ?? 0;
    }
    if (!successors.has(state)) successors.set(state, { state, kind, dead });
  }
  return [...successors.values()];
}

/** A table is part of many products. */
const living = new WeakMap<PatternTable, readonly boolean[]>();

function findAlive(table: PatternTable): readonly boolean[] {
  const known = living.get(table) ?? findAliveAgain(table);
  living.set(table, known);
  return known;
}

function findAliveAgain({ next, accepting }: PatternTable): readonly boolean[] {
  const before = next.map((): number[] => []);
  for (const [state, row] of next.entries()) for (const to of row) before[to]?.push(state);
  const alive = [...accepting];
  const pending = alive.flatMap((isAlive, state) => (isAlive ? [state] : []));
  for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
    for (const from of before[state] ?? []) {
      if (alive[from]) continue;
      alive[from] = true;
      pending.push(from);
    }
  }
  return alive;
}
