import type { Span } from "./span.js";

/** A comment of HTML in a text of Markdown. */
export interface Comment extends Span {
  /** What stands between its marks. */
  readonly inner: string;
}

const MARK = /\\[!-/:-@[-`{-~]|`+|<!--/g;
const BLANK_LINE = /\n[ \t]*(?=\r?\n)/g;
const END = "-->";

/**
 * Returns the comments of a text, as readers of Markdown take them (CommonMark, "HTML blocks" and "Raw HTML"): what
 * stands in code or is escaped begins none, one that begins a line goes on over blank lines and to the end where it is
 * not closed, and one within a line ends in its paragraph. Blocks of code have to be blank already.
 */
export function findComments(text: string): readonly Comment[] {
  if (!text.includes("<!--")) return [];
  const ends = indexesOf(text, /-->/g);
  const breaks = indexesOf(text, BLANK_LINE);
  const runs = findRuns(text);
  const found: Comment[] = [];
  let next = 0;
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const start = index + mark.length;
    if (index < next || mark.startsWith("\\")) continue;
    const paragraph = firstFrom(breaks, index) ?? text.length;
    if (mark !== "<!--") {
      const closing = firstFrom(runs.get(mark.length) ?? [], start);
      next = closing !== undefined && closing < paragraph ? closing + mark.length : start;
      continue;
    }
    const isBlock = beginsLine(text, index);
    const end = firstFrom(ends, start) ?? (isBlock ? text.length : undefined);
    if (end === undefined || (!isBlock && end > paragraph)) continue;
    next = Math.min(text.length, end + END.length);
    found.push({ start: index, end: next, inner: text.slice(start, end) });
  }
  return found;
}

/** Returns where runs of backticks begin, by how long they are. */
function findRuns(text: string): ReadonlyMap<number, readonly number[]> {
  const runs = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const same = runs.get(run.length);
    if (same) same.push(index);
    else runs.set(run.length, [index]);
  }
  return runs;
}

function indexesOf(text: string, pattern: RegExp): readonly number[] {
  return Array.from(text.matchAll(pattern), ({ index }) => index);
}

/** Whether nothing but the indentation that a block may have stands before a place in its line. */
function beginsLine(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 4), index);
  return /\n {0,3}$/.test(before) || (index < 4 && /^ *$/.test(before));
}

/** Returns the first of some rising numbers that is not below another one. */
function firstFrom(numbers: readonly number[], least: number): number | undefined {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return numbers[low];
}
