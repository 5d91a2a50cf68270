/** Finds whether texts have a match of a pattern. Each character is read at most once. */
export interface Matcher {
  test(text: string): boolean;
  /** Returns the pattern as a regular expression literal, for messages. */
  toString(): string;
}

/** A table of states as it is run. State 0 is the first. */
interface Table {
  readonly isBackward: boolean;
  /** The first code point of each range of characters, and the kind of its characters. */
  readonly starts: readonly number[];
  readonly kinds: readonly number[];
  /** The kinds of the ASCII characters. */
  readonly ascii: Uint16Array;
  readonly width: number;
  /** The state after each state and kind, a row for each state. */
  readonly next: Uint16Array;
  readonly accepting: readonly boolean[];
  /** States that no character leads out of. */
  readonly isFinal: readonly boolean[];
}

const ASCII = 128;

/**
 * Creates a matcher from a table that was made from a pattern: where a regular expression could take very long,
 * generated code reads the text once. `packed` is what `packTable` of `@shapelog/emit` prints; it is read at first use.
 */
export function createMatcher(pattern: string, packed: string): Matcher {
  let table: Table | undefined;
  return {
    test(text) {
      table ??= unpack(packed);
      return table.isBackward ? runBackward(table, text) : runForward(table, text);
    },
    toString: () => pattern,
  };
}

function runForward(table: Table, text: string): boolean {
  const { next, width, isFinal } = table;
  let state = 0;
  for (let index = 0; index < text.length && !isFinal[state]; index++) {
    let code = text.charCodeAt(index);
    if (isHigh(code) && isLow(text.charCodeAt(index + 1))) code = text.codePointAt(index++) ?? code;
    state = next[state * width + kindOf(table, code)] ?? 0;
  }
  return table.accepting[state] === true;
}

function runBackward(table: Table, text: string): boolean {
  const { next, width, isFinal } = table;
  let state = 0;
  for (let index = text.length - 1; index >= 0 && !isFinal[state]; index--) {
    let code = text.charCodeAt(index);
    if (isLow(code) && isHigh(text.charCodeAt(index - 1))) code = text.codePointAt(--index) ?? code;
    state = next[state * width + kindOf(table, code)] ?? 0;
  }
  return table.accepting[state] === true;
}

function isHigh(code: number): boolean {
  return (code & 0xfc00) === 0xd800;
}

function isLow(code: number): boolean {
  return (code & 0xfc00) === 0xdc00;
}

function kindOf({ ascii, starts, kinds }: Table, code: number): number {
  return (code < ASCII ? ascii[code] : kinds[findRange(starts, code)]) ?? 0;
}

/** Returns the index of the last range that starts at a code point or before it. */
function findRange(starts: readonly number[], code: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= code) low = middle;
    else high = middle - 1;
  }
  return low;
}

function unpack(packed: string): Table {
  const [direction, count = "", ranges = "", columns = "", flags = ""] = packed.split("|");
  const size = read(count);
  const pairs = ranges.split(" ").map(read);
  const kinds = pairs.filter((_, index) => index % 2 === 1);
  let start = 0;
  const starts = pairs
    .filter((_, index) => index % 2 === 0)
    .map((distance) => {
      start += distance;
      return start;
    });
  const width = columns.split(",").length;
  const next = unpackColumns(columns, size);
  return {
    isBackward: direction === "b",
    starts,
    kinds,
    ascii: Uint16Array.from({ length: ASCII }, (_, code) => kinds[findRange(starts, code)] ?? 0),
    width,
    next,
    accepting: flags.split(" ").flatMap((run, index) => new Array<boolean>(read(run)).fill(index % 2 === 1)),
    isFinal: Array.from({ length: size }, (_, state) =>
      next.subarray(state * width, state * width + width).every((to) => to === state),
    ),
  };
}

/** Fills in the columns: `3=5` is 5 in three rows, `3+1` the row's own state and 1, `3<2` what column 2 has there. */
function unpackColumns(columns: string, size: number): Uint16Array {
  const all = columns.split(",");
  const next = new Uint16Array(size * all.length);
  all.forEach((column, kind) => {
    let row = 0;
    for (const run of column.split(" ")) {
      const [, count = "", sign, operand = ""] = /^(\w+)([=+<])(-?\w+)$/.exec(run) ?? [];
      const value = read(operand);
      for (const end = row + read(count); row < end; row++) {
        const at = row * all.length;
        next[at + kind] = sign === "=" ? value : sign === "+" ? row + value : (next[at + value] ?? 0);
      }
    }
  });
  return next;
}

function read(text: string): number {
  return Number.parseInt(text, 36);
}
