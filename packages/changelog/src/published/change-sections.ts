import type { Diagnostic } from "@shapelog/diagnostics";
import { isDate } from "@shapelog/ledger";
import { changelogDiagnostics } from "../diagnostics.js";
import type { OperationWord, PageOperation, PageSection, PageSide, PlacedText } from "./page.js";
import { joinLines, sliceText } from "./placed-text.js";
import { readPythonValue } from "./python-value.js";

const DAY = "(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})";
const DASH = "[-–—]";
/** A mark of a heading or an item of a list, where the page was HTML. */
const MARK = "(?:#{1,6}[ \\t]+|[-*•][ \\t]+)?";
const BLANKS = "\\s{1,40}";
const COUNT = `\\d{1,6}${BLANKS}(?:new|updated|deprecated|removed|deleted)${BLANKS}`;
/** One character of a service's name: a narrow window may have broken it. */
const NAME = "(?:[^\\n]|\\n(?!\\s*\\n))";
const HEAD = new RegExp(
  `^[^\\S\\n]*${MARK}${DAY}(?:\\s\\d{1,2}:\\d{2})?${BLANKS}${DASH}${BLANKS}(?:(\\S${NAME}{0,200}?)${BLANKS}${DASH}${BLANKS})?((?:${COUNT}){0,4})api${BLANKS}methods\\b`,
  "gimu",
);
/** What stands behind the name is a link whose sign may have been mangled when the page was saved. */
const OPERATION =
  /^[^\S\n]*(?:#{1,6}[ \t]+|[-*•][ \t]+)?([A-Za-z]\w{0,127})\s{1,4}\((new|updated|deprecated|removed|deleted)\)(?=\s)(?:\s{0,4}Link\b[^\n]{0,12})?[^\S\n]*$/gm;

/** Where a part of a page begins, and where what it says begins. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly match: RegExpExecArray;
}

/** What {@link readChangeSections} returns. */
export interface ReadSections {
  readonly sections: readonly PageSection[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a page that lists additions, as awsapichanges.com prints it and people save it (awslabs/aws-sdk-api-changes,
 * `templates/macros.j2`): a section for each heading with a day; without one, all operations are a section that says
 * neither service nor day. Returns no sections where it is no such page.
 */
export function readChangeSections(source: PlacedText, file: string): ReadSections {
  const { text } = source;
  const heads = findParts(text, HEAD);
  const operations = findParts(text, OPERATION);
  const diagnostics: Diagnostic[] = [];
  let next = 0;
  const read = (head: Part | undefined, end: number): PageSection => {
    const start = head?.end ?? 0;
    const from = next;
    while ((operations[next]?.start ?? end) < end) next++;
    const own = operations.slice(from, next);
    const ends = [...own.slice(1).map((part) => part.start), end];
    return {
      ...readHead(source, head),
      offset: source.offsetOf(head?.start ?? own[0]?.start ?? 0),
      prose: readNote(source, start, own[0]?.start ?? end),
      entries: [],
      operations: own.map((part, index) =>
        readOperation({ source, file, part, end: ends[index] ?? end }, diagnostics),
      ),
    };
  };
  const [first] = heads;
  const alone = operations.some(({ start }) => start < (first?.start ?? text.length));
  const sections = [
    ...(alone ? [read(undefined, first?.start ?? text.length)] : []),
    ...heads.map((head, index) => read(head, heads[index + 1]?.start ?? text.length)),
  ];
  return { sections, diagnostics };
}

function findParts(text: string, pattern: RegExp): Part[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    match,
  }));
}

function readHead(
  source: PlacedText,
  head: Part | undefined,
): Pick<PageSection, "service" | "date" | "counts"> {
  if (!head) return {};
  const [, year = "", month = "", day = "", name, counted = ""] = head.match;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const service = name === undefined ? findTitle(source.text, head.start) : name.replace(/\s+/g, " ").trim();
  return {
    ...(service === undefined ? {} : { service }),
    ...(isDate(date) ? { date } : {}),
    counts: readCounts(counted),
  };
}

function readCounts(counted: string): NonNullable<PageSection["counts"]> {
  const counts: Partial<Record<OperationWord, number>> = {};
  for (const [, number = "", word = ""] of counted.matchAll(/(\d+)\s+([a-z]+)/gi))
    counts[wordOf(word)] = Number(number);
  return counts;
}

function wordOf(word: string): OperationWord {
  const small = word.toLowerCase();
  if (small === "new" || small === "updated" || small === "deprecated") return small;
  return "removed";
}

/** How far above a heading its page's title is looked for. */
const NEAR = 2000;

/** A page of one service has its title above the heading. */
function findTitle(text: string, end: number): string | undefined {
  const above = text.slice(Math.max(0, end - NEAR), end).split("\n");
  const line = above.findLast((each) => /\p{L}/u.test(each));
  const title = line?.replace(/^\s*(?:#+|[-*•])\s+/, "").trim();
  return title === undefined || title === "" || title.length > 200 ? undefined : title;
}

/** Reads the vendor's words: a paragraph that begins with a word of the page's own. */
function readNote(source: PlacedText, start: number, end: number): PlacedText {
  const note = sliceText(source, start, end);
  const [mark = ""] = /^(?:[-*•]\s+)?Changes\s+/.exec(note.text) ?? [];
  const text = note.text.slice(mark.length);
  return joinLines({ text, offsetOf: (index) => note.offsetOf(mark.length + index) });
}

/** Where an operation is read. */
interface OperationPart {
  readonly source: PlacedText;
  readonly file: string;
  readonly part: Part;
  readonly end: number;
}

const CHANGES = /\s*(?:#{1,6}[ \t]+)?Changes\s{0,4}\(([a-z, ]{1,60})\):?/iy;
const SIDE = /\s*(?:(Request|Response|Both)\b:?\s*)?(?=[{[('"‘“]|set\(\))/iy;

function readOperation({ source, file, part, end }: OperationPart, diagnostics: Diagnostic[]): PageOperation {
  const [whole, name = "", word = ""] = part.match;
  const operation = {
    name,
    word: wordOf(word),
    offset: source.offsetOf(part.start + whole.indexOf(name)),
  };
  const sides: PageSide[] = [];
  CHANGES.lastIndex = part.end;
  const [, listed = ""] = CHANGES.exec(source.text) ?? [];
  let index = listed === "" ? part.end : CHANGES.lastIndex;
  for (const expected of listed
    .toLowerCase()
    .split(/[,\s]+/)
    .filter(isSide)) {
    SIDE.lastIndex = index;
    const found = SIDE.exec(source.text);
    const start = found ? SIDE.lastIndex : index;
    const value = readPythonValue(source, start);
    if (!value.ok || value.end > end) {
      const at = value.ok ? start : Math.min(value.index, source.text.length);
      const reason = value.ok ? "the next part of the page begins within it" : value.reason;
      diagnostics.push(
        changelogDiagnostics.create(
          "page-unread-value",
          { file, offset: source.offsetOf(at) },
          { operation: name, side: expected, reason },
        ),
      );
      break;
    }
    const said = found?.[1]?.toLowerCase() ?? expected;
    sides.push({ side: isSide(said) ? said : expected, gained: value.value });
    index = value.end;
  }
  return { ...operation, sides, documentation: source.text.slice(index, end) };
}

function isSide(word: string): word is PageSide["side"] {
  return word === "request" || word === "response" || word === "both";
}
