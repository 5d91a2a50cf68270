import { isTooDeep, type JsonValue, parseJson as parseText } from "@shapelog/json";
import { deriveMap } from "@shapelog/model/revisions";

/** The entries of a section of a JSON file. */
export interface Entries {
  /** The whole file. */
  readonly bytes: Buffer;
  /** Where each entry's key starts, and at last where the section ends. */
  readonly starts: readonly number[];
  /** The keys in the order of the file; the very list of the predecessor where it has the same ones. */
  readonly names: readonly string[];
  /** The values by their keys, derived from the predecessor's. */
  readonly entries: ReadonlyMap<string, JsonValue>;
}

export interface SplitOptions {
  /** Where the line of the first entry starts. */
  readonly start: number;
  /** The line feed after the last entry. */
  readonly end: number;
  /** By how many spaces entries are indented. */
  readonly indentation: number;
}

interface Growing {
  readonly bytes: Buffer;
  readonly starts: number[];
  readonly names: string[];
  /** What was parsed. */
  readonly changes: Map<string, JsonValue | undefined>;
  /** Keys of the predecessor that were passed over. */
  readonly passed: string[];
}

/** A file's bytes from `start` to before `stop`. */
interface Slice {
  readonly bytes: Buffer;
  readonly start: number;
  readonly stop: number;
}

/** Entries of the predecessor: `count` from `index` on. */
interface Run {
  readonly previous: Entries;
  readonly index: number;
  readonly count: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const SPACE = 0x20;
/** How deep an entry's value stands in its file. */
const DEPTH = 2;

/**
 * Returns the entries of a section, or `undefined` where it is not one entry after the other, each at its line. Runs of
 * entries with the bytes of the predecessor's are found by comparing bytes, and are its values; only the others are
 * parsed.
 */
export function splitEntries(bytes: Buffer, options: SplitOptions, previous?: Entries): Entries | undefined {
  const { start, end, indentation } = options;
  const separator = Buffer.from(`\n${" ".repeat(indentation)}"`);
  const entries: Growing = { bytes, starts: [], names: [], changes: new Map(), passed: [] };
  let at = start + indentation;
  for (let index = start; index < at; index++) if (bytes[index] !== SPACE) return undefined;
  let index = 0;
  while (at < end) {
    if (bytes[at] !== QUOTE) return undefined;
    const run = previous ? countEqual(previous, index, { bytes, start: at, stop: end }) : 0;
    if (previous && run > 0) {
      at = takeRun(entries, { previous, index, count: run }, at);
      index += run;
      continue;
    }
    const found = bytes.indexOf(separator, at);
    const next = found === -1 || found >= end ? end : found + separator.length - 1;
    const slice = { bytes, start: at, stop: found === -1 || found >= end ? end : found };
    const stop = findStop(slice, next === end);
    if (stop === undefined) return undefined;
    const taken = takeOne(entries, { ...slice, stop }, previous && { previous, index });
    if (taken === undefined) return undefined;
    index += taken;
    at = next;
  }
  entries.starts.push(end);
  return finish(entries, previous, index);
}

/** Returns the entries, or `undefined` where a key stands twice. */
function finish(growing: Growing, previous: Entries | undefined, index: number): Entries | undefined {
  const { bytes, starts, names, changes, passed } = growing;
  for (const name of [...passed, ...(previous?.names.slice(index) ?? [])]) {
    if (!changes.has(name)) changes.set(name, undefined);
  }
  const entries = deriveMap(previous?.entries ?? new Map(), changes);
  if (entries.size !== names.length) return undefined;
  const isSame =
    names.length === previous?.names.length && names.every((name, at) => name === previous.names[at]);
  return { bytes, starts, names: isSame ? previous.names : names, entries };
}

/**
 * Returns how many of the predecessor's entries from `index` on stand, byte by byte, where a slice begins, each with the
 * start of another one behind it. The step doubles while entries are equal and halves when they are not.
 */
function countEqual(previous: Entries, index: number, slice: Slice): number {
  const from = previous.starts[index];
  if (from === undefined) return 0;
  const most = previous.names.length - 1 - index;
  let equal = 0;
  let step = 1;
  let growing = true;
  while (equal < most) {
    const count = Math.min(step, most - equal);
    if (isEqualRun({ previous, index: index + equal, count }, slice, slice.start - from)) {
      equal += count;
      if (growing) step *= 2;
    } else {
      if (count === 1) break;
      growing = false;
      step = count >> 1;
    }
  }
  return equal;
}

function isEqualRun({ previous, index, count }: Run, { bytes, stop }: Slice, shift: number): boolean {
  const from = previous.starts[index] ?? 0;
  // One byte more: the quote that starts the next entry.
  const to = (previous.starts[index + count] ?? 0) + 1;
  return to + shift <= stop && previous.bytes.compare(bytes, from + shift, to + shift, from, to) === 0;
}

/** Adds entries of the predecessor, which stand at `at`; returns where the next one starts. */
function takeRun(entries: Growing, { previous, index, count }: Run, at: number): number {
  const shift = at - (previous.starts[index] ?? 0);
  for (let taken = index; taken < index + count; taken++) {
    entries.starts.push((previous.starts[taken] ?? 0) + shift);
    entries.names.push(previous.names[taken] ?? "");
  }
  return (previous.starts[index + count] ?? 0) + shift;
}

/** Returns where an entry's value ends: before the comma, which the last entry must not have and all others must. */
function findStop({ bytes, start, stop: end }: Slice, isLast: boolean): number | undefined {
  let stop = end;
  while (stop > start && isWhiteSpace(bytes[stop - 1])) stop--;
  if (isLast) return stop;
  return bytes[stop - 1] === COMMA ? stop - 1 : undefined;
}

function isWhiteSpace(byte: number | undefined): boolean {
  return byte === SPACE || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Adds one entry, parsed or the predecessor's; returns how many of the predecessor's entries that passes. */
function takeOne(
  entries: Growing,
  slice: Slice,
  from: { readonly previous: Entries; readonly index: number } | undefined,
): number | undefined {
  const { bytes, start, stop } = slice;
  const own = from?.previous.names[from.index];
  if (from && own !== undefined && isEqualEntry(from.previous, from.index, slice)) {
    add(entries, start, own);
    return 1;
  }
  const parsed = parseEntry(bytes.toString("utf8", start, stop));
  if (!parsed) return undefined;
  const [name, value] = parsed;
  const known = from ? from.previous.names.indexOf(name, from.index) : -1;
  const isSame = from && known > from.index && isEqualEntry(from.previous, known, slice);
  add(entries, start, name);
  if (!isSame) entries.changes.set(name, value);
  if (known === -1 || !from) return 0;
  for (const passed of from.previous.names.slice(from.index, known)) entries.passed.push(passed);
  return known + 1 - from.index;
}

function add(entries: Growing, start: number, name: string): void {
  entries.starts.push(start);
  entries.names.push(name);
}

function isEqualEntry(previous: Entries, index: number, { bytes, start, stop }: Slice): boolean {
  const from = previous.starts[index];
  const next = previous.starts[index + 1];
  if (from === undefined || next === undefined || next - from < stop - start) return false;
  const to = findStop(
    { bytes: previous.bytes, start: from, stop: next },
    index === previous.names.length - 1,
  );
  return to !== undefined && previous.bytes.compare(bytes, start, stop, from, to) === 0;
}

/** Returns the key and value of the text of one entry, or `undefined` where it is anything else. */
function parseEntry(text: string): readonly [string, JsonValue] | undefined {
  const end = findKeyEnd(text);
  const colon = text.indexOf(":", end);
  if (end === -1 || colon === -1 || !/^[ \t\r\n]*$/.test(text.slice(end, colon))) return undefined;
  const name = parseJson(text.slice(0, end));
  const value = parseJson(text.slice(colon + 1));
  if (typeof name !== "string" || value === undefined || name === "__proto__") return undefined;
  return isTooDeep(value, DEPTH) ? undefined : [name, value];
}

/** Returns where the string ends that a text starts with, or -1. No pattern: keys can be too long for one. */
function findKeyEnd(text: string): number {
  for (let quote = text.indexOf('"', 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let escapes = 0;
    while (text[quote - 1 - escapes] === "\\") escapes++;
    if (escapes % 2 === 0) return quote + 1;
  }
  return -1;
}

/** Returns the value of JSON text, or `undefined` where it is none. */
export function parseJson(text: string): JsonValue | undefined {
  const parsed = parseText(text);
  return "value" in parsed ? parsed.value : undefined;
}
