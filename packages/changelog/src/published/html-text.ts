import { Parser } from "htmlparser2";
import type { PlacedText } from "./page.js";

/** Elements that begin and end lines. */
const BLOCKS: ReadonlySet<string> = new Set(
  "address article aside blockquote body dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td th thead tr ul".split(
    " ",
  ),
);
/** Elements with a blank line before and behind them. */
const APART: ReadonlySet<string> = new Set("blockquote div h1 h2 h3 h4 h5 h6 p pre section".split(" "));
/** Elements whose text nobody reads. */
const HIDDEN: ReadonlySet<string> = new Set("head noscript script style svg template title".split(" "));
const HEADING = /^h([1-6])$/;

/**
 * Returns the text of an HTML page as a browser shows it, near enough to be read line by line: blocks begin lines, `pre`
 * keeps its own, other white space collapses save U+00A0, items of lists and headings are marked as in Markdown.
 */
export function readHtmlText(html: string): PlacedText {
  const written = createWriting();
  let hidden = 0;
  let pre = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (HIDDEN.has(name)) hidden++;
      if (name === "br") written.breakLine(1, parser.startIndex);
      if (!BLOCKS.has(name)) return;
      written.breakLine(APART.has(name) ? 2 : 1, parser.startIndex);
      if (name === "pre") pre++;
      if (name === "li") written.add("- ", parser.startIndex, false);
      const level = HEADING.exec(name)?.[1];
      if (level !== undefined) written.add(`${"#".repeat(Number(level))} `, parser.startIndex, false);
    },
    ontext(text) {
      if (hidden > 0) return;
      if (pre > 0) written.add(text, parser.startIndex, true);
      else written.addCollapsed(text, parser.startIndex);
    },
    onclosetag(name) {
      if (HIDDEN.has(name)) hidden = Math.max(0, hidden - 1);
      if (!BLOCKS.has(name)) return;
      if (name === "pre") pre = Math.max(0, pre - 1);
      written.breakLine(APART.has(name) ? 2 : 1, parser.startIndex);
    },
  });
  parser.end(html);
  return written.finish();
}

/** A text being written, with the places its pieces came from. */
interface Writing {
  /** Sees to it that so many line ends stand before what comes next; none at the beginning. */
  readonly breakLine: (count: number, offset: number) => void;
  /** Adds a text as it is. `isSource` says whether it stands so in the source. */
  readonly add: (text: string, offset: number, isSource: boolean) => void;
  readonly addCollapsed: (text: string, offset: number) => void;
  readonly finish: () => PlacedText;
}

function createWriting(): Writing {
  const pieces: string[] = [];
  const indexes: number[] = [];
  const offsets: number[] = [];
  /** Pieces of which all characters have the offset of the first. */
  const fixed = new Set<number>();
  let length = 0;
  let isBlank = false;
  let breaks = 0;
  let last = "\n";
  const put = (text: string, offset: number, isSource: boolean) => {
    if (text === "") return;
    if (!isSource) fixed.add(length);
    indexes.push(length);
    offsets.push(offset);
    pieces.push(text);
    length += text.length;
    last = text.at(-1) ?? last;
  };
  const settle = (offset: number) => {
    if (breaks > 0 && length > 0) put("\n".repeat(breaks), offset, false);
    else if (isBlank && last !== "\n" && last !== " ") put(" ", offset, false);
    breaks = 0;
    isBlank = false;
  };
  return {
    breakLine(count) {
      breaks = Math.max(breaks, count);
    },
    add(text, offset, isSource) {
      settle(offset);
      put(text, offset, isSource);
    },
    addCollapsed(text, offset) {
      for (const found of text.matchAll(/[ \t\r\n\f]+|[^ \t\r\n\f]+/g)) {
        const [piece] = found;
        if (/^[ \t\r\n\f]/.test(piece)) isBlank = true;
        else {
          settle(offset + found.index);
          put(piece, offset + found.index, true);
        }
      }
    },
    finish() {
      return { text: pieces.join(""), offsetOf: (index) => findOffset({ indexes, offsets, fixed }, index) };
    },
  };
}

interface Places {
  readonly indexes: readonly number[];
  readonly offsets: readonly number[];
  readonly fixed: ReadonlySet<number>;
}

function findOffset({ indexes, offsets, fixed }: Places, index: number): number {
  let [low, high] = [0, indexes.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((indexes[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  const start = indexes[low] ?? 0;
  return (offsets[low] ?? 0) + (fixed.has(start) ? 0 : index - start);
}
