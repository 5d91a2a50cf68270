import { buildDirectedTable, type PatternTable } from "./build-table.js";
import { buildValueTable } from "./build-value-table.js";
import { parsePattern } from "./parse-pattern.js";
import type { Direction } from "./pattern-graph.js";
import { readPattern } from "./read-pattern.js";
import { type Repeated, readRepeated, splitLookaheads } from "./read-repeated.js";
import { ANY_LENGTH, intersect, readSpan, type Span, type TextLimits } from "./text-limits.js";

/** Limits whose patterns were read. */
export interface ReadLimits {
  /** Patterns as JavaScript has them, each once. */
  readonly sources: readonly string[];
  readonly values: readonly string[] | undefined;
  readonly patternLength: Span;
  readonly length: Span;
  /** The lengths of all texts that are taken, where the form of the pattern tells. */
  readonly taken: Span | undefined;
}

/** Reads limits; returns `undefined` where a pattern cannot be read. */
export function readLimits(limits: TextLimits): ReadLimits | undefined {
  const sources = new Set<string>();
  let patternLength = ANY_LENGTH;
  let isWhole = limits.values === undefined && (limits.patterns?.length ?? 0) < 2;
  for (const pattern of limits.patterns ?? []) {
    const parts = readKnown(pattern);
    if (!parts) return undefined;
    for (const part of parts) {
      sources.add(part.source);
      patternLength = intersect(patternLength, part.length);
      isWhole &&= part.isWhole && parts.length === 1;
    }
  }
  const length = readSpan(limits);
  const taken = isWhole ? intersect(patternLength, length) : undefined;
  return { sources: [...sources], values: limits.values, patternLength, length, taken };
}

/** What was read and built, by all that it depends on: both are only there to save time. */
const read = new Map<string, readonly Repeated[] | undefined>();
const built = new Map<string, Table>();
const MOST_READ = 20_000;
/** The most states that are kept. */
const MOST_BUILT = 500_000;
let states = 0;

function readKnown(pattern: string): readonly Repeated[] | undefined {
  if (read.has(pattern)) return read.get(pattern);
  const parts = readParts(pattern);
  if (read.size >= MOST_READ) read.clear();
  read.set(pattern, parts);
  return parts;
}

/** Returns patterns that all have to match where a pattern does. */
function readParts(pattern: string): readonly Repeated[] | undefined {
  const whole = readPattern(pattern);
  if (whole.refusal !== undefined) return undefined;
  return splitLookaheads(whole.parsed).map((source) => {
    return readRepeated(parsePattern(source)) ?? { source, length: ANY_LENGTH, isWhole: false };
  });
}

/** The tables of some limits in one direction, and how much work it is to make them. */
export interface Tables {
  readonly tables: ReadonlyMap<string, PatternTable> | undefined;
  readonly work: number;
}

interface Table {
  readonly table: PatternTable | undefined;
  readonly work: number;
}

export interface BuildTablesOptions {
  readonly direction: Direction;
  /** The length of the longest text, in characters. */
  readonly maxLength: number;
}

/** Returns the table of each source; none where one of them has none. Work is counted that was done before, too. */
export function buildTables(sources: readonly string[], options: BuildTablesOptions): Tables {
  const tables = new Map<string, PatternTable>();
  let all = 0;
  for (const source of sources) {
    const { table, work } = buildKnown(source, options);
    all += work;
    if (!table) return { tables: undefined, work: all };
    tables.set(source, table);
  }
  return { tables, work: all };
}

/** The most visits of nodes for one table. */
const MOST_WORK = 500_000;

function buildKnown(source: string, { direction, maxLength }: BuildTablesOptions): Table {
  const key = `${direction} ${maxLength} ${source}`;
  const known = built.get(key);
  if (known) return known;
  const { table, work } = buildDirectedTable(parsePattern(source), {
    ...{ direction, maxLength, mostWork: MOST_WORK, minimal: false },
  });
  const size = table?.next.length ?? 1;
  if (states + size > MOST_BUILT) {
    built.clear();
    states = 0;
  }
  states += size;
  const found = { table, work: work + size * (table?.next[0]?.length ?? 1) };
  built.set(key, found);
  return found;
}

/** More characters than these are not made a table of. */
const MOST_VALUES = 50_000;

/** Returns the table that takes some texts alone; none where they are very many. */
export function buildValues(values: readonly string[], direction: Direction): Table {
  const work = values.reduce((sum, value) => sum + value.length, 0);
  return { table: work > MOST_VALUES ? undefined : buildValueTable(values, direction), work };
}
