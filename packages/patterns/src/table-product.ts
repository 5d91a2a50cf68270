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
  return { tables, kinds: joinKinds(tables), sides, factors, users, alive: tables.map(findAlive) };
}

/** Returns the state of each table in a state. */
export function splitState({ tables, factors }: TableProduct, state: number): readonly number[] {
  return tables.map(({ next }, table) => Math.floor(state / (factors[table] ?? 1)) % next.length);
}

/** The bits that stand for the sides in a set of them. */
export const BEFORE = 1;
export const AFTER = 2;

export interface ReadKind {
  readonly kind: JoinedKind;
  /** Sets of sides. All sides of one of them have to be able to take a text that goes on so. */
  readonly takers: readonly number[];
}

/** Returns the state behind a character, or `undefined` where no text of those that are sought goes on so. */
export function readKind(
  product: TableProduct,
  states: readonly number[],
  { kind: { columns }, takers }: ReadKind,
): number | undefined {
  const { tables, factors, users, alive } = product;
  let state = 0;
  let dead = 0;
  for (let table = 0; table < tables.length; table++) {
    const to = tables[table]?.next[states[table] ?? 0]?.[columns[table] ?? 0] ?? 0;
    state += to * (factors[table] ?? 1);
    if (alive[table]?.[to] !== true) dead |= users[table] ?? 0;
  }
  return dead === 0 || takers.some((sides) => (sides & dead) === 0) ? state : undefined;
}

/** Returns whether the tables of a side take the text that leads to a state. */
export function isTaken({ tables, sides }: TableProduct, states: readonly number[], side: 0 | 1): boolean {
  return sides[side].tables.every((table) => tables[table]?.accepting[states[table] ?? 0] === true);
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
