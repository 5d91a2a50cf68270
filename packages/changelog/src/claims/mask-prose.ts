import { findHtml } from "./find-html.js";
import type { Span } from "./span.js";

/** Words of a person that say which claim of a text is let through, and why. */
export interface Waiver extends Span {
  /** The name that the claim is about. */
  readonly name: string;
  readonly reason: string;
}

/** A text in which everything that is no prose is blank, so that each word stands where it stood. */
export interface Prose {
  readonly text: string;
  readonly waivers: readonly Waiver[];
}

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/s;
/** What stands before the words of an item of a list (CommonMark, "List items"). */
const ITEM = /^ {0,3}(?:[-+*]|\d{1,9}[.)]) {1,4}(?=[^\s])/;
const WAIVER = /^\s*shapelog:waive\s+(\S+)(?:\s+because\s+([\s\S]*\S))?\s*$/;
const CODE_TAG = /^<\/?(?:code|tt|samp)>$/i;
const ADDRESS = /\bhttps?:\/\/[^\s<>)\]]+/gi;
/** A link's address, and what makes its text one (CommonMark, "Links"). */
const LINK_END = /\]\([^()\n]*\)/g;
const STRONG = /\*+/g;

/**
 * Returns the prose of a Markdown text, or of the HTML that vendors write their notes in: blocks of code, comments, tags
 * and addresses are blank. Code within a sentence keeps its marks.
 */
export function maskProse(markdown: string): Prose {
  const fenced = maskFences(markdown);
  const html = findHtml(fenced);
  const waivers = html.flatMap(({ start, end, inner = "" }): Waiver[] => {
    const [, name, reason = ""] = WAIVER.exec(inner) ?? [];
    return name === undefined ? [] : [{ name, reason, start, end }];
  });
  const text = replaceSpans(fenced, html, blankHtml)
    .replace(ADDRESS, blank)
    .replace(LINK_END, blank)
    .replace(STRONG, blank);
  return { text, waivers };
}

/** What marks code for vendors marks it in Markdown. */
function blankHtml(part: string): string {
  if (!CODE_TAG.test(part)) return blank(part);
  return part.startsWith("</") ? `\`${blank(part.slice(1))}` : `${blank(part.slice(1))}\``;
}

/** Returns a text with blanks in place of some of its parts, which follow each other. */
export function blankSpans(text: string, spans: readonly Span[]): string {
  return replaceSpans(text, spans, blank);
}

function replaceSpans(text: string, spans: readonly Span[], replace: (part: string) => string): string {
  let kept = "";
  let from = 0;
  for (const { start, end } of spans) {
    kept += text.slice(from, start) + replace(text.slice(start, end));
    from = end;
  }
  return kept + text.slice(from);
}

/** A block of code that is open, and the column at which the list item around it begins, 0 without one. */
interface Fence {
  readonly mark: string;
  readonly column: number;
}

/** Blanks blocks of code (CommonMark, "Fenced code blocks"); one in an item of a list ends with the item. */
function maskFences(text: string): string {
  let open: Fence | undefined;
  let column = 0;
  let isApart = true;
  const isCode = (line: string) => {
    const own = line.trim() === "" ? undefined : /^ */.exec(line)?.[0].length;
    if (open && own !== undefined && own < open.column) open = undefined;
    if (own !== undefined && own < column && (isApart || FENCE.test(line) || ITEM.test(line))) column = 0;
    isApart = own === undefined;
    const inner = line.slice(Math.min(column, own ?? 0));
    const [, mark = "", info = ""] = FENCE.exec(inner) ?? [];
    if (open) {
      if (mark.startsWith(open.mark) && info.trim() === "") open = undefined;
      return true;
    }
    if (mark !== "" && !(mark.startsWith("`") && info.includes("`"))) {
      open = { mark, column };
      return true;
    }
    column += ITEM.exec(inner)?.[0].length ?? 0;
    return false;
  };
  return text
    .split("\n")
    .map((line) => (isCode(line) ? blank(line) : line))
    .join("\n");
}

function blank(text: string): string {
  return text.replace(/[^\n\r]/g, " ");
}
