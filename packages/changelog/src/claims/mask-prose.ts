import { findComments } from "./find-comments.js";
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

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const WAIVER = /^\s*shapelog:waive\s+(\S+)(?:\s+because\s+([\s\S]*\S))?\s*$/;
const CODE_TAG = /<(\/?)(?:code|tt|samp)>/gi;
const TAG = /<\/?[a-z][^<>\n]*>/gi;
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
  const comments = findComments(fenced);
  const waivers = comments.flatMap(({ start, end, inner }): Waiver[] => {
    const [, name, reason = ""] = WAIVER.exec(inner) ?? [];
    return name === undefined ? [] : [{ name, reason, start, end }];
  });
  const text = blankSpans(fenced, comments)
    .replace(CODE_TAG, (tag: string, slash: string) =>
      slash === "" ? `${" ".repeat(tag.length - 1)}\`` : `\`${" ".repeat(tag.length - 1)}`,
    )
    .replace(TAG, blank)
    .replace(ADDRESS, blank)
    .replace(LINK_END, blank)
    .replace(STRONG, blank);
  return { text, waivers };
}

/** Returns a text with blanks in place of some of its parts, which follow each other. */
export function blankSpans(text: string, spans: readonly Span[]): string {
  let kept = "";
  let from = 0;
  for (const { start, end } of spans) {
    kept += text.slice(from, start) + blank(text.slice(start, end));
    from = end;
  }
  return kept + text.slice(from);
}

/** Blanks blocks of code (CommonMark, "Fenced code blocks"). */
function maskFences(text: string): string {
  let fence: string | undefined;
  return text
    .split("\n")
    .map((line) => {
      const mark = FENCE.exec(line)?.[1];
      if (fence === undefined && mark === undefined) return line;
      if (fence === undefined) fence = mark;
      else if (mark?.startsWith(fence)) fence = undefined;
      return blank(line);
    })
    .join("\n");
}

function blank(text: string): string {
  return text.replace(/[^\n\r]/g, " ");
}
