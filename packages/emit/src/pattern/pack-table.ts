import type { PatternTable } from "@shapelog/patterns";

/**
 * Returns a table as text of letters, digits and `|,=+<- `, which `createMatcher` of the runtime reads: direction
 * (`f` or `b`), how many states there are, the ranges as pairs of their distance and kind, a column of states for each
 * kind, and how many states in turn do not accept and do. Numbers have the base 36.
 */
export function packTable({ direction, starts, kinds, next, accepting }: PatternTable): string {
  const ranges = starts.map((start, index) => {
    const distance = start - (starts[index - 1] ?? 0);
    return `${distance.toString(36)} ${(kinds[index] ?? 0).toString(36)}`;
  });
  const columns = (next[0] ?? []).map((_, kind) => next.map((row) => row[kind] ?? 0));
  return [
    direction.slice(0, 1),
    next.length.toString(36),
    ranges.join(" "),
    columns.map((column, kind) => packColumn(column, columns.slice(0, kind))).join(),
    packFlags(accepting),
  ].join("|");
}

/**
 * Runs of states: `3=5` is 5 three times, `3+1` three times the state after the one that the place stands for, `3<2`
 * what the column 2 has in the same three places. The longest run is taken each time.
 */
function packColumn(column: readonly number[], before: readonly (readonly number[])[]): string {
  const runs: string[] = [];
  for (let from = 0; from < column.length; ) {
    const target = column[from] ?? 0;
    let best = { length: countRun(column, from, () => target), text: `=${target.toString(36)}` };
    const consider = (length: number, text: string) => {
      if (length > best.length) best = { length, text };
    };
    const distance = target - from;
    consider(
      countRun(column, from, (place) => place + distance),
      `+${distance.toString(36)}`,
    );
    before.forEach((other, index) => {
      consider(
        countRun(column, from, (place) => other[place] ?? 0),
        `<${index.toString(36)}`,
      );
    });
    runs.push(`${best.length.toString(36)}${best.text}`);
    from += best.length;
  }
  return runs.join(" ");
}

function countRun(column: readonly number[], from: number, expected: (place: number) => number): number {
  let end = from;
  while (end < column.length && column[end] === expected(end)) end++;
  return end - from;
}

function packFlags(flags: readonly boolean[]): string {
  const runs: number[] = [];
  let current = false;
  for (let from = 0; from < flags.length; current = !current) {
    let end = from;
    while (end < flags.length && flags[end] === current) end++;
    runs.push(end - from);
    from = end;
  }
  return runs.map((run) => run.toString(36)).join(" ");
}
