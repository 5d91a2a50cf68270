import type { PageMember, PageValue, PlacedName, PlacedText } from "./page.js";

/** The most values inside each other. Types of real models are nested a few dozen deep. */
const MAX_DEPTH = 1000;
/** The most parts of one value: what `shapelog diff --view aws` prints at most. */
const MAX_PARTS = 500_000;

/** A value and the index behind it, or why there is none. */
export type ReadValue =
  | { readonly ok: true; readonly value: PageValue; readonly end: number }
  | { readonly ok: false; readonly reason: string; readonly index: number };

/**
 * Reads what Python's `pprint` prints of dicts, sets, lists and strings, from an index of a text on. Nothing is run. White
 * space is of any kind, as a browser or a mail may have put it there: where a line was broken inside a string, that counts
 * as one blank. Quotes may be curly.
 */
export function readPythonValue(source: PlacedText, start: number): ReadValue {
  const reading: Reading = { source, index: start, parts: 0 };
  try {
    const value = readValue(reading, 0);
    return { ok: true, value, end: reading.index };
  } catch (error) {
    if (error instanceof NotPython) return { ok: false, reason: error.message, index: error.index };
    throw error;
  }
}

interface Reading {
  readonly source: PlacedText;
  index: number;
  parts: number;
}

/** Thrown from within, and caught by {@link readPythonValue}. */
class NotPython extends Error {
  readonly index: number;
  constructor(message: string, index: number) {
    super(message);
    this.index = index;
  }
}

function readValue(reading: Reading, depth: number): PageValue {
  skipBlanks(reading);
  const { source, index } = reading;
  const offset = source.offsetOf(index);
  if (depth > MAX_DEPTH) throw new NotPython(`values stand in each other more than ${MAX_DEPTH} deep`, index);
  if (++reading.parts > MAX_PARTS) throw new NotPython(`there are more than ${MAX_PARTS} values`, index);
  const character = source.text[index] ?? "";
  if (character === "{") return readBraces(reading, depth, offset);
  if (character === "[") return { kind: "list", items: readItems(reading, "]", depth), offset };
  if (character === "(") return readParentheses(reading, depth, offset);
  if (isStringStart(source.text, index)) return { kind: "word", text: readStrings(reading), offset };
  const empty = /set\(\)/y;
  empty.lastIndex = index;
  if (empty.test(source.text)) {
    reading.index = empty.lastIndex;
    return { kind: "nothing", offset };
  }
  throw new NotPython(character === "" ? "the text ends" : "no value stands here", index);
}

/** Reads a dict or a set: both stand in braces. */
function readBraces(reading: Reading, depth: number, offset: number): PageValue {
  reading.index++;
  const entries: PageMember[] = [];
  const values: PlacedName[] = [];
  while (!accept(reading, "}")) {
    if (entries.length + values.length > 0) expect(reading, ",");
    if (accept(reading, "}")) break;
    const key = readValue(reading, depth + 1);
    if (key.kind !== "word") throw new NotPython("a member or a value is a string", reading.index);
    const name = { text: key.text, offset: key.offset };
    if (accept(reading, ":")) entries.push({ key: name, value: readValue(reading, depth + 1) });
    else values.push(name);
  }
  if (values.length > 0 && entries.length > 0)
    throw new NotPython("braces hold members or values, not both", reading.index);
  if (values.length > 0) return { kind: "set", values, offset };
  return entries.length > 0 ? { kind: "dict", entries, offset } : { kind: "nothing", offset };
}

/** `()` is a type inside itself; else parentheses hold a string in several pieces. */
function readParentheses(reading: Reading, depth: number, offset: number): PageValue {
  const items = readItems(reading, ")", depth);
  const [only] = items;
  if (only === undefined) return { kind: "nothing", offset };
  if (items.length > 1) throw new NotPython("there are no tuples of several values", reading.index);
  return only;
}

function readItems(reading: Reading, close: string, depth: number): PageValue[] {
  reading.index++;
  const items: PageValue[] = [];
  while (!accept(reading, close)) {
    if (items.length > 0) expect(reading, ",");
    if (accept(reading, close)) break;
    items.push(readValue(reading, depth + 1));
  }
  return items;
}

/** Reads a string, and those right behind it, which Python takes for one. */
function readStrings(reading: Reading): string {
  let text = "";
  do {
    text += readString(reading);
    skipBlanks(reading);
  } while (isStringStart(reading.source.text, reading.index));
  return text;
}

const STRING_START = /[uUbB]?['"‘’“”]/y;
/** By the quote that opens a string, those that close it. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ["'", "'"],
  ['"', '"'],
  ["‘", "’‘'"],
  ["’", "’‘'"],
  ["“", '”“"'],
  ["”", '”“"'],
]);

function isStringStart(text: string, index: number): boolean {
  STRING_START.lastIndex = index;
  return STRING_START.test(text);
}

function readString(reading: Reading): string {
  const { text } = reading.source;
  const start = reading.index;
  if (!CLOSING.has(text[start] ?? "")) reading.index++;
  const closing = CLOSING.get(text[reading.index] ?? "") ?? "";
  reading.index++;
  let value = "";
  for (;;) {
    const character = text[reading.index];
    if (character === undefined) throw new NotPython("a string does not end", start);
    if (closing.includes(character)) break;
    if (character === "\\") value += readEscape(reading);
    else if (character === "\n" || character === "\r") {
      value = `${value.trimEnd()} `;
      skipBlanks(reading);
    } else {
      value += character;
      reading.index++;
    }
  }
  reading.index++;
  return value;
}

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|(\r?\n)|([\s\S]))/y;
const NAMED: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["a", "\u0007"],
  ["b", "\b"],
  ["f", "\f"],
  ["v", "\v"],
]);

function readEscape(reading: Reading): string {
  ESCAPE.lastIndex = reading.index;
  const found = ESCAPE.exec(reading.source.text);
  if (!found) throw new NotPython("a string does not end", reading.index);
  reading.index = ESCAPE.lastIndex;
  const [, two, four, eight, octal, broken, other = ""] = found;
  if (broken !== undefined) return "";
  const hex = two ?? four ?? eight;
  if (hex === undefined && octal === undefined) return NAMED.get(other) ?? other;
  const code = hex === undefined ? Number.parseInt(octal ?? "", 8) : Number.parseInt(hex, 16);
  if (code > 0x10ffff) throw new NotPython("there is no such character", reading.index);
  return String.fromCodePoint(code);
}

function accept(reading: Reading, character: string): boolean {
  skipBlanks(reading);
  if (reading.source.text[reading.index] !== character) return false;
  reading.index++;
  return true;
}

function expect(reading: Reading, character: string): void {
  if (accept(reading, character)) return;
  const { source, index } = reading;
  if (index >= source.text.length) throw new NotPython("the text ends within it", index);
  throw new NotPython(`expected "${character}" or the end of it`, index);
}

const BLANKS = /\s*/y;

function skipBlanks(reading: Reading): void {
  BLANKS.lastIndex = reading.index;
  BLANKS.test(reading.source.text);
  reading.index = BLANKS.lastIndex;
}
