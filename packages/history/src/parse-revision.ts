import type { WithDiagnostics } from "@shapelog/diagnostics";
import { isJsonObject, isTooDeep, type JsonValue, readJson } from "@shapelog/json";
import { type Entries, parseJson, splitEntries } from "./split-entries.js";

/** A parsed revision of a JSON file. */
export interface ParsedRevision extends WithDiagnostics {
  /** `undefined` where the text is not JSON. */
  readonly value: JsonValue | undefined;
  /** The sections that were cut out, by name. Their entries stand here; in `value` such a section is `{}`. */
  readonly sections: ReadonlyMap<string, Entries>;
}

interface Section {
  readonly name: string;
  /** Where the entries start: behind the line feed after the section's bracket. */
  readonly start: number;
  /** Where they end: at the line feed before the section's closing bracket. */
  readonly end: number;
}

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const QUOTE = 0x22;
const NO_SECTIONS: ReadonlyMap<string, Entries> = new Map();
/** Stands for the entries of a section. No file has it, as it is made anew by every process. */
const PLACEHOLDER = `entries ${crypto.randomUUID()}`;

/**
 * Parses a revision of a JSON file (RFC 8259), cuts out sections of these names, and takes over from their predecessors
 * the values whose bytes are the same, as the same objects. A file laid out as generators write it, one entry a line and
 * sections two levels deep, is cut at its lines; each part is parsed by itself, and only a cut that gives back the very
 * same value is used: every part has to be JSON, and so has the file with a placeholder for each section's entries. Any
 * other file, and any problem, goes to `readJson`.
 */
export function parseRevision(
  file: string,
  bytes: Buffer,
  cut: readonly string[],
  previous?: ParsedRevision,
): ParsedRevision {
  return parseSections(bytes, cut, previous) ?? parseWhole(file, bytes);
}

function parseWhole(file: string, bytes: Buffer): ParsedRevision {
  const { value, diagnostics } = readJson({ file, text: bytes.toString("utf8") });
  return { value, diagnostics, sections: NO_SECTIONS };
}

function parseSections(
  bytes: Buffer,
  cut: readonly string[],
  previous: ParsedRevision | undefined,
): ParsedRevision | undefined {
  const unit = findIndentation(bytes);
  const found = unit === 0 ? [] : findSections(bytes, unit, cut, previous);
  if (found.length === 0) return undefined;
  const value = parseSkeleton(bytes, found);
  if (!value) return undefined;
  const sections = new Map<string, Entries>();
  for (const { name, start, end } of found) {
    const entries = splitEntries(bytes, { start, end, indentation: unit * 2 }, previous?.sections.get(name));
    if (!entries) return undefined;
    sections.set(name, entries);
  }
  const empty = found.map(({ name }) => [name, {}] as const);
  return { value: { ...value, ...Object.fromEntries(empty) }, diagnostics: [], sections };
}

/** Returns by how many spaces the file's keys are indented; 0 where it is laid out in another way. */
function findIndentation(bytes: Buffer): number {
  if (bytes[0] !== 0x7b || bytes[1] !== LINE_FEED) return 0;
  let end = 2;
  while (bytes[end] === SPACE) end++;
  return bytes[end] === QUOTE ? end - 2 : 0;
}

/** Returns the sections that look worth cutting. That they are what they look like is checked later. */
function findSections(
  bytes: Buffer,
  unit: number,
  cut: readonly string[],
  previous: ParsedRevision | undefined,
): Section[] {
  const sections: Section[] = [];
  const indentation = " ".repeat(unit);
  const key = Buffer.from(`\n${indentation}"`);
  const bracket = Buffer.from(`\n${indentation}}`);
  for (let at = 1; at !== -1; ) {
    const header = bytes.indexOf(LINE_FEED, at + 1);
    if (header === -1) break;
    const name = readHeader(bytes.toString("utf8", at + key.length - 1, Math.min(header, at + 200)));
    const known = previous && name !== undefined ? findKnownEnd(bytes, previous.sections.get(name)) : -1;
    const next = bytes.indexOf(key, Math.max(header, known));
    const end = known === -1 ? bytes.lastIndexOf(bracket, next === -1 ? bytes.length : next) : known;
    if (name !== undefined && cut.includes(name) && end > header)
      sections.push({ name, start: header + 1, end });
    at = next;
  }
  const names = new Set(sections.map((section) => section.name));
  return names.size === sections.length ? sections : [];
}

/** Returns where a section ends if all behind it is as in the file's predecessor, or -1. */
function findKnownEnd(bytes: Buffer, known: Entries | undefined): number {
  const tail = known?.bytes.subarray(known.starts.at(-1));
  if (!tail || tail.length > bytes.length) return -1;
  const end = bytes.length - tail.length;
  return bytes.compare(tail, 0, tail.length, end) === 0 ? end : -1;
}

/** Returns the key of a line that opens an object. */
function readHeader(line: string): string | undefined {
  return /^"([\w-]+)"\s*:\s*\{\s*$/.exec(line)?.[1];
}

/** Returns the file's object with an empty object in place of each section, or `undefined` where it is not as it seems. */
function parseSkeleton(
  bytes: Buffer,
  sections: readonly Section[],
): { [key: string]: JsonValue } | undefined {
  let text = "";
  let from = 0;
  for (const [index, { start, end }] of sections.entries()) {
    text += `${bytes.toString("utf8", from, start)}${JSON.stringify(PLACEHOLDER)}:${index}`;
    from = end;
  }
  text += bytes.toString("utf8", from);
  const value = parseJson(text);
  if (!isJsonObject(value) || isTooDeep(value)) return undefined;
  const isThere = ({ name }: Section, index: number) => {
    const held = Object.hasOwn(value, name) ? value[name] : undefined;
    return isJsonObject(held) && Object.keys(held).length === 1 && held[PLACEHOLDER] === index;
  };
  return sections.every(isThere) ? value : undefined;
}
