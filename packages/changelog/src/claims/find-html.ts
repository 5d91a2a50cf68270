import type { Span } from "./span.js";

/** A comment or a tag of HTML in a text of Markdown. */
export interface HtmlPart extends Span {
  /** What stands between the marks of a comment. */
  readonly inner?: string;
}

const ATTRIBUTE = `[ \\t]+[a-z_:][\\w.:-]*(?:[ \\t]*=[ \\t]*(?:"[^"\\n]*"|'[^'\\n]*'|[^\\s"'=<>\`]+))?`;
const TAG = `</[a-z][a-z\\d-]*[ \\t]*>|<[a-z][a-z\\d-]*(?:${ATTRIBUTE})*[ \\t]*/?>`;
const MARK = new RegExp(`\\\\[!-/:-@[-\`{-~]|\`+|<!--|${TAG}`, "gi");
/** Begins a block, or is blank, so that the line before is not gone on with (CommonMark, "Container blocks and leaf blocks"). */
const APART = /^[ \t]*(?:\r?$|(?:[-+*]|\d{1,9}[.)]|#{1,6})(?:[ \t\r]|$)|[>_*=<-]|`{3}|~{3})/;
const HEADING = /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)]|>)[ \t]*){0,9}#{1,6}[ \t]/;
/** What a block begins behind: indentation, and the marks of items and quotations that it is in. */
const BEFORE_BLOCK = /\n( {0,3}(?:(?:[-+*]|\d{1,9}[.)]|>)[ \t]{1,4}){0,9} *)$/;
const LONGEST_BEFORE = 60;
const END = "-->";

/**
 * Returns the comments and the tags of a text, as readers of Markdown take them (CommonMark, "HTML blocks" and "Raw HTML"): what
 * stands in code or is escaped begins none, one that begins a line goes on over blank lines and to the end where it is
 * not closed, and one within a line ends in its paragraph. Blocks of code have to be blank already.
 */
export function findHtml(text: string): readonly HtmlPart[] {
  if (!text.includes("<")) return [];
  const ends = indexesOf(text, /-->/g);
  const breaks = findBreaks(text);
  const firstItem = text.search(/^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/m);
  const runs = findRuns(text);
  const outsides = new Map<number, number>();
  const found: HtmlPart[] = [];
  let next = 0;
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const start = index + mark.length;
    if (index < next || mark.startsWith("\\")) continue;
    if (/^<[^!]/.test(mark)) {
      found.push({ start: index, end: start });
      next = start;
      continue;
    }
    const paragraph = firstFrom(breaks, index) ?? text.length;
    if (mark !== "<!--") {
      const closing = firstFrom(runs.get(mark.length) ?? [], start);
      next = closing !== undefined && closing < paragraph ? closing + mark.length : start;
      continue;
    }
    const block = findBlock(text, index, { isInList: firstItem >= 0 && firstItem < index, outsides });
    const close = firstFrom(ends, index + "<!".length);
    const end = close ?? text.length;
    if (!block?.isOpen && (close === undefined || end > (block?.end ?? paragraph))) continue;
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

/** Returns where lines end that the next one does not go on. */
function findBreaks(text: string): readonly number[] {
  const breaks: number[] = [];
  let offset = 0;
  let isHeading = false;
  for (const line of text.split("\n")) {
    if (offset > 0 && (isHeading || APART.test(line))) breaks.push(offset - 1);
    isHeading = HEADING.test(line);
    offset += line.length + 1;
  }
  return breaks;
}

interface Lists {
  /** Whether an item of a list stands before. */
  readonly isInList: boolean;
  /** By how far a line is indented, the next one that is not, as it was found last: no text is searched twice. */
  readonly outsides: Map<number, number>;
}

interface Block {
  /** Before this it has to be closed. */
  readonly end: number;
  /** Whether it goes on to the end of the text where it is not closed. */
  readonly isOpen: boolean;
}

/**
 * Returns what bounds a block that begins at a place, if one does: in an item of a list or in a quotation the next line
 * that is not indented so far. What is indented as code has to be closed in its line.
 */
function findBlock(text: string, index: number, { isInList, outsides }: Lists): Block | undefined {
  const from = Math.max(0, index - LONGEST_BEFORE);
  const before = BEFORE_BLOCK.exec((from === 0 ? "\n" : "") + text.slice(from, index))?.[1];
  if (before === undefined) return undefined;
  const isTop = before.trim() === "" && (before === "" || !isInList);
  if (isTop && before.length < 4) return { end: text.length, isOpen: true };
  const width = isTop ? Number.POSITIVE_INFINITY : before.length;
  const known = outsides.get(width) ?? -1;
  if (known >= index) return { end: known, isOpen: false };
  const outside = isTop ? /\n/g : new RegExp(`\\n(?= {0,${width - 1}}[^\\s])`, "g");
  outside.lastIndex = index;
  const end = outside.exec(text)?.index ?? text.length;
  outsides.set(width, end);
  return { end, isOpen: false };
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
