import { code, escapeMarkdown } from "@shapelog/diff";
import { findVendorAddress, nameVendor, type VendorNote } from "@shapelog/ledger";
import type { SourceText } from "@shapelog/model";

/** What each quotation of a vendor begins with, behind the mark of a quotation: nothing else here begins so. */
const QUOTED = "The vendor's note, quoted from ";

/**
 * Returns what a vendor says as Markdown: a quotation whose first line says so and names the source, where there are
 * words, or else where to read them. Whatever the words hold, each line is of the quotation, and shows them as text.
 */
export function quoteVendor(note: VendorNote): string {
  const words = linesOf(note.text ?? "");
  if (words.length === 0) return `The vendor's note stands in ${printPlace(note)}.`;
  return [`${QUOTED}${printPlace(note)}:`, "", ...words]
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}

/** Returns the source, the release and the file of a note; a link where its address is known. */
function printPlace(note: VendorNote): string {
  const { file } = note;
  const name = escapeMarkdown(nameVendor(note));
  if (file === undefined) return name;
  const address = findVendorAddress(note);
  return `${name}, ${address === undefined ? code(file) : `[${code(file)}](<${address}>)`}`;
}

/** Returns the lines of a text, each escaped; blank ones at its ends and beside each other are left out. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n?|[\n\u0085\u2028\u2029]/).map((line) => escapeLine(line.trim()));
  const last = lines.findLastIndex((line) => line !== "");
  return lines
    .slice(0, last + 1)
    .filter((line, index) => line !== "" || (index > 0 && lines[index - 1] !== ""));
}

/** A line is no heading, item or rule, and no underline of the line before. */
function escapeLine(line: string): string {
  return escapeMarkdown(line)
    .replace(/^([-+=])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** Where a quotation stands in a text, as offsets; `end` is behind its last character. */
export interface VendorQuotation {
  readonly offset: number;
  readonly end: number;
}

/** The first line of a quotation: at the margin, indented, or as an item of a list. */
const FIRST = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?>[ \t]?The vendor's note, quoted from /;
const NEXT = /^[ \t]*>/;

/**
 * Returns where a text of Markdown, such as a changelog or a changeset, quotes a vendor: from the mark of the first line
 * on to the last line of the quotation. What stands there is said by the vendor, and not by who wrote the text.
 */
export function findVendorQuotations({ text }: SourceText): readonly VendorQuotation[] {
  const found: VendorQuotation[] = [];
  let open: VendorQuotation | undefined;
  let offset = 0;
  for (const line of text.split("\n")) {
    const end = offset + line.replace(/\r$/, "").length;
    if (open && NEXT.test(line) && !FIRST.test(line)) open = { ...open, end };
    else {
      if (open) found.push(open);
      open = FIRST.test(line) ? { offset: offset + line.indexOf(">"), end } : undefined;
    }
    offset += line.length + 1;
  }
  return open ? [...found, open] : found;
}
