import { inspectJson, isJsonObject, type JsonValue, TOO_DEEP } from "@shapelog/json";

/** The entries of a section of a JSON file, in the order of the file. */
export interface Entries {
  /** Tells these entries apart from all others. A reference would keep every predecessor alive. */
  readonly id: symbol;
  /** The whole file. */
  readonly bytes: Buffer;
  /** Where each entry's key starts, and at last where the section ends. */
  readonly starts: readonly number[];
  /** Where each entry's value ends. */
  readonly ends: readonly number[];
  readonly keys: readonly string[];
  readonly values: readonly JsonValue[];
  /** The section's value. */
  readonly object: { readonly [key: string]: JsonValue };
  /** The id of the predecessor, and the keys whose values are not its objects. */
  readonly since?: { readonly id: symbol; readonly changed: ReadonlySet<string> };
}

export interface SplitOptions {
  /** Where the line of the first entry starts. */
  readonly start: number;
  /** The line feed after the last entry. */
  readonly end: number;
  /** By how many spaces entries are indented. */
  readonly indentation: number;
}

interface Growing extends Entries {
  readonly starts: number[];
  readonly ends: number[];
  readonly keys: string[];
  readonly values: JsonValue[];
  readonly object: { [key: string]: JsonValue };
  readonly changed: Set<string>;
  /** Keys of the predecessor that were passed over. */
  readonly passed: string[];
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
  const entries: Growing = {
    id: Symbol(),
    bytes,
    starts: [],
    ends: [],
    keys: [],
    values: [],
    object: {},
    changed: new Set(),
    passed: [],
  };
  let at = start + indentation;
  for (let index = start; index < at; index++) if (bytes[index] !== SPACE) return undefined;
  let index = 0;
  while (at < end) {
    if (bytes[at] !== QUOTE) return undefined;
    const run = previous ? countEqual(previous, index, bytes, at, end) : 0;
    if (previous && run > 0) {
      at = takeRun(entries, previous, index, run, at);
      index += run;
      continue;
    }
    const found = bytes.indexOf(separator, at);
    const next = found === -1 || found >= end ? end : found + separator.length - 1;
    const stop = findStop(bytes, at, found === -1 || found >= end ? end : found, next === end);
    if (stop === undefined) return undefined;
    const taken = takeOne(entries, at, stop, previous, index);
    if (taken === undefined) return undefined;
    index = taken;
    at = next;
  }
  entries.starts.push(end);
  if (Object.keys(entries.object).length !== entries.keys.length) return undefined;
  return finish(entries, previous, index);
}

function finish(growing: Growing, previous: Entries | undefined, index: number): Entries {
  const { changed, passed, ...entries } = growing;
  if (!previous) return entries;
  for (const key of [...passed, ...previous.keys.slice(index)]) {
    if (!Object.hasOwn(entries.object, key)) changed.add(key);
  }
  return { ...entries, since: { id: previous.id, changed } };
}

/**
 * Returns how many of the predecessor's entries from `index` on stand, byte by byte, at `at`, each with the start of
 * another one behind it. The step doubles while entries are equal and halves when they are not.
 */
function countEqual(previous: Entries, index: number, bytes: Buffer, at: number, end: number): number {
  const from = previous.starts[index];
  if (from === undefined) return 0;
  const most = previous.keys.length - 1 - index;
  let equal = 0;
  let step = 1;
  let growing = true;
  while (equal < most) {
    const count = Math.min(step, most - equal);
    if (isEqualRun(previous, index + equal, count, bytes, at - from, end)) {
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

function isEqualRun(
  previous: Entries,
  index: number,
  count: number,
  bytes: Buffer,
  shift: number,
  end: number,
): boolean {
  const from = previous.starts[index] ?? 0;
  // One byte more: the quote that starts the next entry.
  const to = (previous.starts[index + count] ?? 0) + 1;
  return to + shift <= end && previous.bytes.compare(bytes, from + shift, to + shift, from, to) === 0;
}

/** Adds entries of the predecessor; returns where the next one starts. */
function takeRun(entries: Growing, previous: Entries, index: number, count: number, at: number): number {
  const shift = at - (previous.starts[index] ?? 0);
  for (let taken = index; taken < index + count; taken++) {
    const key = previous.keys[taken] ?? "";
    const value = previous.values[taken] ?? null;
    entries.starts.push((previous.starts[taken] ?? 0) + shift);
    entries.ends.push((previous.ends[taken] ?? 0) + shift);
    entries.keys.push(key);
    entries.values.push(value);
    entries.object[key] = value;
  }
  return (previous.starts[index + count] ?? 0) + shift;
}

/** Returns where an entry's value ends: before the comma, which the last entry must not have and all others must. */
function findStop(bytes: Buffer, start: number, end: number, isLast: boolean): number | undefined {
  let stop = end;
  while (stop > start && isWhiteSpace(bytes[stop - 1])) stop--;
  if (isLast) return stop;
  return bytes[stop - 1] === COMMA ? stop - 1 : undefined;
}

function isWhiteSpace(byte: number | undefined): boolean {
  return byte === SPACE || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Adds one entry, parsed or the predecessor's; returns the predecessor's entry to go on with. */
function takeOne(
  entries: Growing,
  start: number,
  stop: number,
  previous: Entries | undefined,
  index: number,
): number | undefined {
  if (previous && isEqualEntry(previous, index, entries.bytes, start, stop)) {
    addEntry(entries, start, stop, previous.keys[index] ?? "", previous.values[index] ?? null);
    return index + 1;
  }
  const parsed = parseEntry(entries.bytes.toString("utf8", start, stop));
  if (!parsed) return undefined;
  const [key, value] = parsed;
  const known = previous ? previous.keys.indexOf(key, index) : -1;
  const isSame = previous && known > index && isEqualEntry(previous, known, entries.bytes, start, stop);
  addEntry(entries, start, stop, key, isSame ? (previous.values[known] ?? null) : value);
  if (!isSame) entries.changed.add(key);
  if (known === -1) return index;
  if (previous)
    for (let passed = index; passed < known; passed++) entries.passed.push(previous.keys[passed] ?? "");
  return known + 1;
}

function addEntry(entries: Growing, start: number, stop: number, key: string, value: JsonValue): void {
  entries.starts.push(start);
  entries.ends.push(stop);
  entries.keys.push(key);
  entries.values.push(value);
  entries.object[key] = value;
}

function isEqualEntry(previous: Entries, index: number, bytes: Buffer, start: number, stop: number): boolean {
  const from = previous.starts[index];
  const to = previous.ends[index];
  if (from === undefined || to === undefined || to - from !== stop - start) return false;
  return previous.bytes.compare(bytes, start, stop, from, to) === 0;
}

/** Returns the key and value of the text of one entry, or `undefined` where it is anything else. */
function parseEntry(text: string): readonly [string, JsonValue] | undefined {
  let value: JsonValue;
  try {
    value = JSON.parse(`{${text}}`);
  } catch {
    return undefined;
  }
  if (!isJsonObject(value)) return undefined;
  const [entry, second] = Object.entries(value);
  if (!entry || second || entry[0] === "__proto__" || inspectJson(entry[1], DEPTH) === TOO_DEEP)
    return undefined;
  return entry;
}
