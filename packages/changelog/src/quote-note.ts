import { printableLines } from "@shapelog/diagnostics";

const FENCE = /^( {0,3})(`{3,}|~{3,})(.*)$/;
/** What lets a claim through stays what it is. It has nothing in it that could be a tag. */
const WAIVER = "<!--[ \\t]*shapelog:waive[ \\t][^<>\\n]*-->";
const LONG_WAIVER = /<!--[ \t]*shapelog:waive\s[^<>]*-->/g;
const TAG = new RegExp(`${WAIVER}|(?<!\\\\)\\\\*<(?=[a-z/!?])`, "gi");
const MARK = /<!--\s*\/?shapelog:(?:facts|accept)/;
/** A heading would begin a version of a changelog; it may stand in items and quotations. */
const HEADING = /^((?:[ ]|[-+*>]|\d{1,9}[.)](?= ))*)(#{1,6}(?: |$))/;
/** The beginning of a quotation of a vendor, which no words of ours are. */
const VENDOR = />[ \t]?The vendor's note, quoted from /;
/** A code span that every reader of Markdown takes for one, as no line of the note has a half of one. */
const SPAN_OR_TAG = new RegExp(`\`[^\`|]*\`|${TAG.source}`, "gi");

/** A line of a note, and whether it stands in a block of code, or opens or closes it. */
interface NoteLine {
  readonly text: string;
  readonly isCode: boolean;
}

/**
 * Returns a note, which is Markdown, such that it has no HTML and what follows it stays what it is: tags and headings are escaped, a
 * block of code that it leaves open is closed, it quotes no vendor, and nothing in it acts on a terminal. Line breaks become LF.
 */
export function quoteNote(note: string): string {
  const text = printableLines(note.replace(/\r\n?/g, "\n").replaceAll("\t", "    "))
    .trim()
    .replace(LONG_WAIVER, joinLines);
  const { lines, open } = splitLines(text);
  const tag = lines.every(hasWholeSpans) ? SPAN_OR_TAG : TAG;
  const quoted = lines.map(({ text: line, isCode }) => {
    const isPlain = !isCode || tag === TAG;
    const shown = isPlain ? line.replace(HEADING, "$1\\$2") : line;
    // In a block of code, too, a mark of a facts block or of an acceptance would be taken for one.
    if (MARK.test(line)) return shown.replace(TAG, escapeTag);
    if (VENDOR.test(line)) return shown.replace(tag, escapeTag).replace(">", "\\>");
    return isPlain ? shown.replace(tag, escapeTag) : line;
  });
  return [...quoted, ...(open === undefined ? [] : [open])].join("\n");
}

/** A waiver of several lines is one line, as long as it is a comment of one paragraph. */
function joinLines(waiver: string): string {
  return /\n *\n/.test(waiver) ? waiver : waiver.replace(/ *\n */g, " ");
}

/** What is escaped already stays so; a backslash more would escape the one before. */
function escapeTag(found: string): string {
  const isTag = /^\\*<$/.test(found);
  return isTag && found.length % 2 === 1 ? `${found.slice(0, -1)}\\<` : found;
}

/** Returns whether where code is in a line is plain to see: pairs of single backticks, or a block at the margin. */
function hasWholeSpans({ text, isCode }: NoteLine): boolean {
  if (isCode) return !text.startsWith(" ") || !FENCE.test(text);
  return (text.split("`").length - 1) % 2 === 0 && !/``|\\`|^ *[>*+-].*~~~/.test(text);
}

/** Returns the lines of a note, and the fence of a block of code that it leaves open (CommonMark, "Fenced code blocks"). */
function splitLines(text: string): {
  readonly lines: readonly NoteLine[];
  readonly open: string | undefined;
} {
  let open: string | undefined;
  const lines = text.split("\n").map((line): NoteLine => {
    const [, , fence = "", info = ""] = FENCE.exec(line) ?? [];
    const wasOpen = open !== undefined;
    if (open === undefined) {
      if (fence.startsWith("~") || (fence !== "" && !info.includes("`"))) open = fence;
    } else if (fence.startsWith(open) && info.trim() === "") open = undefined;
    return { text: line, isCode: wasOpen || open !== undefined };
  });
  return { lines, open };
}
