import type { Location, SourceTexts } from "@shapelog/diagnostics";

/** A line and column, both from 1; columns count UTF-16 code units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

export type FindPosition = (location: Location) => LineColumn | undefined;

/** Returns a function that finds the lines and columns of many places: each file's lines are counted once. */
export function createPositionFinder(sources: SourceTexts | undefined): FindPosition {
  const lines = new Map<string, readonly number[]>();
  return ({ file, offset, pointer }) => {
    if (offset === undefined && pointer === undefined) return undefined;
    const text = sources?.text(file);
    if (text === undefined) return undefined;
    const at = offset ?? sources?.offsetOf?.(text, pointer ?? "");
    if (at === undefined) return undefined;
    const starts = lines.get(file) ?? findLineStarts(text);
    lines.set(file, starts);
    const line = countUpTo(starts, Math.min(at, text.length));
    return { line, column: at - (starts[line - 1] ?? 0) + 1 };
  };
}

function findLineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
}

/** Returns how many of the sorted numbers are not greater than a limit. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
