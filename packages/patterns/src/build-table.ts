import type { AST } from "@eslint-community/regexpp";
import { minimizeTable } from "./minimize-table.js";
import { type CharacterPartition, partitionCharacters } from "./partition-characters.js";
import {
  type BuildPatternGraphOptions,
  buildPatternGraph,
  type CharacterNode,
  type Condition,
  type Direction,
  type PatternGraph,
} from "./pattern-graph.js";

/**
 * A deterministic automaton that finds whether a text has a match, reading each character once. State 0 is the first.
 *
 * @internal
 */
export interface PatternTable {
  readonly direction: Direction;
  /** The first code point of each range, ascending, the first of them 0. */
  readonly starts: readonly number[];
  /** The kind of each range's characters: a column of `next`. */
  readonly kinds: readonly number[];
  /** The state after each state and kind, a row for each state. */
  readonly next: readonly (readonly number[])[];
  /** Whether a text that ends in a state has a match. */
  readonly accepting: readonly boolean[];
}

/** The most states of a table before it is made small. */
const MOST_STATES = 12_000;
/** The most visits of nodes that making a table may take: for each character of the pattern, and at all. */
const MOST_WORK_EACH = 100_000;
const MOST_WORK = 10_000_000;

/** @internal */
export type BuildTableOptions = Omit<BuildPatternGraphOptions, "direction">;

/**
 * Returns an automaton that takes the texts in which a pattern (parsed with the flag `u`) has a match, or `undefined`
 * where none of reasonable size is found: a set of nodes that hold is a state, as in the construction of subsets. What
 * it says of texts that are longer than `maxLength` is not defined. A pattern with too many states in one direction
 * can have few in the other.
 *
 * @internal
 */
export function buildTable(pattern: AST.Pattern, options: BuildTableOptions): PatternTable | undefined {
  return (
    buildDirectedTable(pattern, { ...options, direction: "forward" }).table ??
    buildDirectedTable(pattern, { ...options, direction: "backward" }).table
  );
}

/** @internal */
export interface BuildDirectedTableOptions extends BuildPatternGraphOptions {
  /** The most visits of nodes. Default: enough for every table of reasonable size. */
  readonly mostWork?: number;
  /** Whether the table is made as small as it can be, which takes longer than to run it a few times. Default: yes. */
  readonly minimal?: boolean;
}

/** A table, where one was found, and how many visits of nodes that took. */
export interface BuiltTable {
  readonly table: PatternTable | undefined;
  readonly work: number;
}

/** Returns {@link buildTable} for one direction. */
export function buildDirectedTable(pattern: AST.Pattern, options: BuildDirectedTableOptions): BuiltTable {
  const { mostWork = MOST_WORK, minimal = true, direction } = options;
  const graph = buildPatternGraph(pattern, options);
  if (!graph) return { table: undefined, work: 0 };
  const most = Math.min(mostWork, MOST_WORK_EACH * pattern.raw.length);
  return determinize(graph, { direction, minimal, mostWork: most });
}

/** What has been read: the nodes that take its last character and lead on, and what that character was. */
interface State {
  /** Nodes in ascending order, a code unit for each: there are fewer of them than code units. */
  readonly holding: string;
  readonly last: "none" | "word" | "other";
}

interface Building {
  readonly graph: PatternGraph;
  readonly partition: CharacterPartition;
  /** For each set and kind whether the set has it. */
  readonly has: readonly (readonly boolean[])[];
  readonly states: State[];
  readonly known: Map<string, number>;
  /** The region of each node that takes a character. */
  readonly regionOf: ReadonlyMap<number, number>;
  /** By node, the nodes that take a character and lead to it. */
  readonly leading: readonly (readonly CharacterNode[] | undefined)[];
  /** By node, the number of the evaluation in which it was last found to hold. */
  readonly found: Int32Array;
  /** By node that there are copies of, the number of the reading in which it was last met, and then its first copy. */
  readonly met: Int32Array;
  readonly first: Int32Array;
  reading: number;
  /** The nodes that were found to hold in the last evaluation. */
  holding: readonly number[];
  evaluation: number;
  work: number;
}

/** What is read next; `undefined` at the end. */
type Next = number | undefined;

interface DeterminizeOptions {
  readonly direction: Direction;
  readonly mostWork: number;
  readonly minimal: boolean;
}

function determinize(graph: PatternGraph, options: DeterminizeOptions): BuiltTable {
  const { direction, mostWork, minimal } = options;
  const partition = partitionCharacters(graph.sets);
  const { starts, kinds, size, sets } = partition;
  const has = sets.map((all) => Array.from({ length: size }, (_, kind) => all.includes(kind)));
  const building: Building = {
    graph,
    partition,
    has,
    states: [],
    known: new Map(),
    regionOf: new Map(
      graph.regions.flatMap(({ characters }, region) =>
        characters.map(({ node }) => [node, region] as const),
      ),
    ),
    leading: groupByNext(graph),
    found: new Int32Array(graph.arrivals.length),
    met: new Int32Array(graph.copied),
    first: new Int32Array(graph.copied),
    reading: 0,
    holding: [],
    evaluation: 0,
    work: 0,
  };
  const groups = groupKinds(building);
  const next: number[][] = [];
  const accepting: boolean[] = [];
  addState(building, { holding: "", last: "none" });
  for (let index = 0; index < building.states.length; index++) {
    const { states, work } = building;
    if (states.length > MOST_STATES || work > mostWork) return { table: undefined, work };
    const state = building.states[index];
    if (!state) break;
    const row = new Array<number>(size).fill(DONE);
    for (const group of groups) {
      const [first] = group;
      if (evaluate(building, state, first)) continue; // there is a match, whatever follows
      const read = readAll(building, group);
      for (const kind of group)
        row[kind] = addState(building, { holding: read[kind] ?? "", last: lastOf(building, kind) });
    }
    next.push(row);
    accepting.push(evaluate(building, state, undefined));
  }
  const done = next.length;
  const rows = [...next.map((row) => row.map((to) => (to === DONE ? done : to))), new Array(size).fill(done)];
  const { work } = building;
  if (!minimal)
    return { table: { direction, starts, kinds, next: rows, accepting: [...accepting, true] }, work };
  const small = minimizeTable({ next: rows, accepting: [...accepting, true] });
  const table = { direction, starts, ...mergeKinds(small.next, kinds), accepting: small.accepting };
  return { table, work };
}

const DONE = -1;

function addState(building: Building, state: State): number {
  const key = state.last + state.holding;
  const known = building.known.get(key);
  if (known !== undefined) return known;
  building.known.set(key, building.states.length);
  return building.states.push(state) - 1;
}

function lastOf({ graph, has }: Building, kind: number): State["last"] {
  return graph.word !== undefined && has[graph.word]?.[kind] ? "word" : "other";
}

/** Returns the kinds of characters in groups: all of a group are the same to conditions on the next character. */
function groupKinds({ graph, partition, has }: Building): readonly (readonly number[])[] {
  const asked = graph.arrivals.flatMap((arrivals) =>
    arrivals.flatMap(({ condition }) => (condition?.kind === "next" ? [condition.set ?? -1] : [])),
  );
  const sets = [...new Set([...asked, graph.word ?? -1])];
  const groups = new Map<string, number[]>();
  for (let kind = 0; kind < partition.size; kind++) {
    const key = sets.map((set) => has[set]?.[kind] === true).join();
    const known = groups.get(key);
    if (known) known.push(kind);
    else groups.set(key, [kind]);
  }
  return [...groups.values()];
}

/** Finds the nodes that hold before a character; returns whether the pattern does. */
function evaluate(building: Building, state: State, next: Next): boolean {
  const { graph, found, regionOf } = building;
  const round = ++building.evaluation;
  const all: number[] = [];
  const { holding } = state;
  const boundary = { state, next };
  for (const [region, { accept }] of graph.regions.entries()) {
    const pending = [accept];
    for (let index = 0; index < holding.length; index++) {
      const node = holding.charCodeAt(index);
      if (graph.regions.length === 1 || regionOf.get(node) === region) pending.push(node);
    }
    for (const node of pending) found[node] = round;
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      all.push(node);
      for (const { from, condition } of graph.arrivals[node] ?? []) {
        if (found[from] === round || (condition && !isMet(building, condition, boundary))) continue;
        found[from] = round;
        pending.push(from);
      }
    }
  }
  building.work += all.length + graph.regions.length;
  building.holding = all;
  return found[graph.regions.at(-1)?.entry ?? 0] === round;
}

interface Boundary {
  readonly state: State;
  readonly next: Next;
}

function isMet(building: Building, condition: Condition, { state, next }: Boundary): boolean {
  const { graph, found, evaluation, has } = building;
  switch (condition.kind) {
    case "start":
      return state.last === "none";
    case "end":
      return next === undefined;
    case "word": {
      const isWord = next !== undefined && lastOf(building, next) === "word";
      return ((state.last === "word") !== isWord) !== condition.negated;
    }
    case "next": {
      const { set, end, negated } = condition;
      return (next === undefined ? end : set !== undefined && has[set]?.[next] === true) !== negated;
    }
    case "region": {
      const entry = graph.regions[condition.region]?.entry ?? 0;
      return (found[entry] === evaluation) !== condition.negated;
    }
  }
}

/** Returns for each kind of a group the nodes that take it and lead to nodes that hold. */
function readAll(building: Building, group: readonly number[]): readonly string[] {
  const { leading, holding, partition } = building;
  const all: CharacterNode[] = [];
  for (const node of holding) for (const character of leading[node] ?? []) all.push(character);
  const characters = withoutLaterCopies(building, all);
  characters.sort((a, b) => a.node - b.node);
  building.work += characters.length * group.length;
  const read = new Array<string>(partition.size).fill("");
  for (const { node, set } of characters) {
    const unit = String.fromCharCode(node);
    for (const kind of partition.sets[set] ?? []) read[kind] += unit;
  }
  return read;
}

/** A copy takes what the others take, so whichever character is read, the first of them is among those that take it. */
function withoutLaterCopies(building: Building, characters: CharacterNode[]): CharacterNode[] {
  const { met, first, graph } = building;
  if (graph.copied === 0) return characters;
  const reading = ++building.reading;
  for (const { copies } of characters) {
    for (const { of, copy } of copies) {
      if (met[of] !== reading || copy < (first[of] ?? 0)) first[of] = copy;
      met[of] = reading;
    }
  }
  return characters.filter(({ copies }) => copies.every(({ of, copy }) => first[of] === copy));
}

function groupByNext({ regions, arrivals }: PatternGraph): readonly (readonly CharacterNode[] | undefined)[] {
  const groups: (CharacterNode[] | undefined)[] = new Array(arrivals.length).fill(undefined);
  for (const { characters } of regions) {
    for (const character of characters) {
      const known = groups[character.next];
      if (known) known.push(character);
      else groups[character.next] = [character];
    }
  }
  return groups;
}

/** Makes one kind of those between which no state tells. */
function mergeKinds(
  rows: readonly (readonly number[])[],
  kinds: readonly number[],
): Pick<PatternTable, "kinds" | "next"> {
  const columns = new Map<string, number>();
  const merged = (rows[0] ?? []).map((_, kind) => {
    const key = rows.map((row) => row[kind]).join();
    const known = columns.get(key) ?? columns.size;
    columns.set(key, known);
    return known;
  });
  const kept = [...columns.values()].map((column) => merged.indexOf(column));
  return {
    kinds: kinds.map((kind) => merged[kind] ?? 0),
    next: rows.map((row) => kept.map((kind) => row[kind] ?? 0)),
  };
}
