import { isDate } from "@shapelog/ledger";
import type { PageEntry, PageSection, PlacedText } from "./page.js";
import { joinLines, sliceText } from "./placed-text.js";

/** A line of `#`, or one that is underlined, as in Markdown and reStructuredText. */
const HEADING =
  /^[^\S\n]{0,3}(?:(#{1,6})[^\S\n]+([^\n]{1,300})|([^\s#*+-][^\n]{0,300})\n[^\S\n]{0,3}(?:={3,}|-{3,}|~{3,})[^\S\n]*)$/gm;
const VERSION =
  /(?<![\w./-])v?(\d{1,9}\.\d{1,9}(?:\.\d{1,9}){0,2}(?:[-+][0-9A-Za-z.+-]{1,60})?)(?![\w./-]*\d)/;
const DAY = /(?<!\d)(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?!\d)/;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const WORDED_DAY =
  /\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]{2,8})\.?,?\s+(\d{4})|([A-Z][a-z]{2,8})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}))\b/;
/** An item of a list, with the blanks before it. */
const ITEM = /^([^\S\n]*)(?:[-*+•]|\d{1,3}[.)])[^\S\n]+/gm;

/** A heading, and what it says of a release. */
interface Heading {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly version: string | undefined;
  readonly date: string | undefined;
}

/**
 * Returns the sections of a changelog in Markdown or reStructuredText: one for each heading with a version or a day. Where
 * no heading has either, the whole text is a section that says neither.
 */
export function readChangelogSections(source: PlacedText): readonly PageSection[] {
  const headings = findHeadings(source.text);
  const dated = headings.filter(({ version, date }) => version !== undefined || date !== undefined);
  if (dated.length === 0) {
    const prose = joinLines(sliceText(source, 0, source.text.length));
    const entries = findEntries(prose);
    return prose.text === "" ? [] : [{ offset: prose.offsetOf(0), prose, entries, operations: [] }];
  }
  return dated.map(({ start, end, version, date }, index) => {
    const prose = joinLines(sliceText(source, end, dated[index + 1]?.start ?? source.text.length));
    return {
      ...(version === undefined ? {} : { version }),
      ...(date === undefined ? {} : { date }),
      offset: source.offsetOf(start),
      prose,
      entries: findEntries(prose),
      operations: [],
    };
  });
}

function findHeadings(text: string): Heading[] {
  return [...text.matchAll(HEADING)].map((found) => {
    const words = found[2] ?? found[3] ?? "";
    const date = findDay(words);
    const version = VERSION.exec(words.replace(DAY, " "))?.[1];
    return { start: found.index, end: found.index + found[0].length, words, version, date };
  });
}

/** Returns a day that a heading names, as `YYYY-MM-DD`. */
function findDay(words: string): string | undefined {
  const [, year = "", month = "", day = ""] = DAY.exec(words) ?? [];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (isDate(date)) return date;
  const worded = WORDED_DAY.exec(words);
  if (!worded) return undefined;
  const [, firstDay, firstMonth, firstYear, secondMonth, secondDay, secondYear] = worded;
  const number = MONTHS.indexOf((firstMonth ?? secondMonth ?? "").slice(0, 3).toLowerCase()) + 1;
  const written = `${firstYear ?? secondYear}-${String(number).padStart(2, "0")}-${(firstDay ?? secondDay ?? "").padStart(2, "0")}`;
  return isDate(written) ? written : undefined;
}

/** A heading or an item of a list. */
interface Mark {
  readonly start: number;
  readonly end: number;
  /** The words of a heading. */
  readonly heading?: string;
  /** How far an item is moved to the right. */
  readonly indent: number;
}

/** Returns the items of a section's lists that say what they are about, by a heading or by their first words. */
function findEntries(prose: PlacedText): PageEntry[] {
  const marks = findMarks(prose.text);
  const entries: PageEntry[] = [];
  let above: string[] = [];
  for (const [index, { end, heading }] of marks.entries()) {
    if (heading !== undefined) above = [plainLabel(heading)];
    const part = sliceText(prose, end, marks[index + 1]?.start ?? prose.text.length);
    const labels = [...above, ...(heading === undefined ? findLabels(part.text) : [])].filter(Boolean);
    if (part.text !== "" && labels.length > 0) entries.push({ labels, prose: part });
  }
  return entries;
}

/** Returns the headings and the items of the outermost lists below each; inner lists belong to their item. */
function findMarks(text: string): Mark[] {
  const all: Mark[] = [
    ...findHeadings(text).map(({ start, end, words }) => ({ start, end, heading: words, indent: -1 })),
    ...[...text.matchAll(ITEM)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      indent: found[1]?.length ?? 0,
    })),
  ].sort((a, b) => a.start - b.start);
  let outermost = Number.POSITIVE_INFINITY;
  return all.filter(({ heading, indent }) => {
    if (heading !== undefined) outermost = Number.POSITIVE_INFINITY;
    else if (indent > outermost) return false;
    else outermost = indent;
    return true;
  });
}

/** What stands before a colon at the beginning of an item. */
const LABEL = /\s{0,4}([^:\n]{1,120}?)[*_`\]\s]{0,6}:[*_`]{0,4}(?=[\s`*[]|\S)/y;

/** Returns what an item says it is about: up to three words before colons, as in ``api-change:``s3``: …``. */
function findLabels(text: string): string[] {
  const labels: string[] = [];
  LABEL.lastIndex = 0;
  while (labels.length < 3) {
    const found = LABEL.exec(text);
    if (!found) break;
    labels.push(plainLabel(found[1] ?? ""));
  }
  return labels;
}

/** Returns a label without the marks of Markdown, and of a path its last part. */
function plainLabel(label: string): string {
  const plain = label
    .replace(/\]\([^)]{0,300}\)/g, "")
    .replace(/[*`_[\]]/g, "")
    .trim();
  return /^\S*\/\S+$/.test(plain) ? plain.slice(plain.lastIndexOf("/") + 1) : plain;
}
