import { type Failure, HIDDEN, isOfValuesType, type Segment } from "./failures.js";
import { cut, escapeControls, printPath, quote } from "./print-path.js";
import { countBytes, countEntries, readDecimal, textOf } from "./program-values.js";
import type { Keyword, ValidationError } from "./result.js";
import { countBase64Bytes, isBase64 } from "./simple-values.js";
import { countCodePoints } from "./text-length.js";

const TYPES: Readonly<Record<string, string>> = {
  boolean: "a boolean",
  string: "a string",
  integer: "an integer",
  number: "a number",
  float: 'a number, "NaN", "Infinity" or "-Infinity"',
  long: "an integer that a number holds exactly (up to 2^53 - 1)",
  bigInteger: "an integer that a number holds exactly (up to 2^53 - 1)",
  bigint: "a bigint, or an integer that a number holds exactly (up to 2^53 - 1)",
  decimal: "a NumericValue or a finite number",
  decimalOrText: "a NumericValue, a finite number, or its digits as text",
  json: "a string or a LazyJsonString",
  events: "an AsyncIterable of events",
  stream: "a Readable, ReadableStream or Blob",
  streamed: "a string, a Uint8Array, or a Readable, ReadableStream or Blob",
  body: "a string, bytes, or a Readable, ReadableStream or Blob",
  object: "an object",
  list: "a list",
  Date: "a Date that holds a time",
  Uint8Array: "a Uint8Array",
};

/** What a text has to stand for, where what was sent is a text. */
const TEXTS: Readonly<Record<string, string>> = {
  booleanText: '"true" or "false"',
  integerText: "the text of an integer",
  longText: "the text of an integer of 64 bits",
  decimalText: "the text of a number",
  floatText: 'the text of a number, "NaN", "Infinity" or "-Infinity"',
  listText: "items with commas between, those with commas or quotes in double quotes",
  datesText: "times with commas between",
  manyText: "a text or a list of texts",
};

const TIMES: Readonly<Record<string, string>> = {
  "epoch-seconds": "seconds since 1970 as a number that a Date can hold",
  "date-time": "a time in UTC such as 2022-08-18T00:00:00Z",
  "http-date": "a time such as Thu, 18 Aug 2022 00:00:00 GMT",
};

/** `utf8`: of bytes, or of a text that is sent as UTF-8. */
const UNITS: Readonly<Record<string, readonly [one: string, several: string]>> = {
  characters: ["character", "characters"],
  items: ["item", "items"],
  entries: ["entry", "entries"],
  bytes: ["byte", "bytes"],
  utf8: ["byte", "bytes"],
};

const LISTED = 12;
const PATTERN_LIMIT = 80;

/** Returns what a failed check tells users. */
export function describeFailure(failure: Failure): ValidationError {
  const keyword = keywordOf(failure);
  const path = printPath(failure.path);
  const expected = describeExpected(keyword, failure);
  const actual = describeActual(keyword, failure);
  return {
    path,
    keys: keysOf(failure.path),
    keyword,
    message: `${path || "value"}: expected ${expected}, got ${actual}`,
    expected,
    actual,
  };
}

/** Most paths are of names and indices, which are their keys. */
function keysOf(path: readonly Segment[]): readonly (string | number)[] {
  return path.map((segment) =>
    typeof segment === "object" ? (segment.length === 2 ? "[*]" : segment[0]) : segment,
  );
}

function keywordOf({ keyword, value, expected }: Failure): Keyword {
  return keyword === "enum" && !isOfValuesType(value, expected) ? "type" : keyword;
}

function describeExpected(keyword: Keyword, { expected }: Failure): string {
  switch (keyword) {
    case "type":
      return Array.isArray(expected) ? typeOfValues(expected) : describeWanted(String(expected));
    case "required":
      return "a value for this required member";
    case "enum":
      return `one of ${listNames(expected)}`;
    case "length":
      return describeLength(expected);
    case "range":
      return describeRange(expected);
    case "pattern":
      return `text that matches ${describePattern(expected)}`;
    case "uniqueItems":
      return "items that all differ";
    case "timestamp":
      return TIMES[String(expected)] ?? "a time";
    case "blob":
      return "base64 text";
    case "union":
      return `exactly one member of ${listNames(expected)}`;
    case "unknownMember":
      return Array.isArray(expected) && expected.length > 0
        ? `a member of ${listNames(expected)}`
        : "no members";
    case "depth":
      return `at most ${String(expected)} levels`;
    case "unreadable":
      return "data that can be read";
  }
}

function describeActual(keyword: Keyword, failure: Failure): string {
  const { value, flags } = failure;
  switch (keyword) {
    case "type":
      if ((flags & HIDDEN) === 0 && isText(failure)) return describeValue(value);
      return describeType(value);
    case "required":
      return "nothing";
    case "uniqueItems":
      return "an item twice";
    case "union":
      if ((flags & HIDDEN) !== 0) break;
      return value === 0 ? "none" : describeValue(value);
    case "unknownMember":
      return "an unknown member";
    case "depth":
      return "more";
  }
  if ((flags & HIDDEN) !== 0) return "a sensitive value that does not fit";
  return keyword === "length" ? describeSize(failure) : describeValue(value);
}

/** Whether a text is told of because it is not the right one, not because it is a text. */
function isText({ value, expected }: Failure): boolean {
  return typeof value === "string" && TEXTS[String(expected)] !== undefined;
}

function describeWanted(type: string): string {
  return TYPES[type] ?? TEXTS[type] ?? "another type";
}

function typeOfValues(values: readonly unknown[]): string {
  return typeof values[0] === "number" ? "an integer" : "a string";
}

/** Returns what a value is, without saying its content. */
function describeType(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "number") {
    if (Number.isNaN(value)) return "NaN";
    if (!Number.isFinite(value)) return `${value}, which a number beyond 1.8e308 is read as`;
    return Number.isFinite(value) && !Number.isInteger(value) ? "a number with a fraction" : "a number";
  }
  if (typeof value === "object") return value instanceof Date ? "a Date" : "an object";
  return `a ${typeof value}`;
}

function describeValue(value: unknown): string {
  const text = textOf(value);
  if (text !== undefined) return quote(text);
  if (typeof value === "bigint") return cut(String(value));
  const digits = readDecimal(value);
  return digits === undefined ? describeType(value) : cut(digits);
}

type Limits = readonly [min: unknown, max: unknown, unit?: unknown];

function limitsOf(expected: unknown): Limits {
  return Array.isArray(expected) ? [expected[0], expected[1], expected[2]] : [null, null];
}

function describeLength(expected: unknown): string {
  const [min, max, unit] = limitsOf(expected);
  const [one, several] = UNITS[String(unit)] ?? ["", ""];
  return `${describeRange([min, max])} ${(max ?? min) === 1 ? one : several}`;
}

function describeRange(expected: unknown): string {
  const [min, max] = limitsOf(expected);
  if (max === null) return `at least ${String(min)}`;
  if (min === null) return `at most ${String(max)}`;
  return min === max ? `exactly ${String(min)}` : `${String(min)} to ${String(max)}`;
}

function describeSize({ value, expected }: Failure): string {
  const [, , unit] = limitsOf(expected);
  const text = textOf(value);
  if (text !== undefined && unit !== "utf8") {
    if (unit === "characters") return String(countCodePoints(text));
    return isBase64(text) ? String(countBase64Bytes(text)) : "text that is not base64";
  }
  if (unit === "bytes" || unit === "utf8") return String(countBytes(value));
  return String(Array.isArray(value) ? value.length : countEntries(value ?? {}));
}

/** Returns names or values in quotes, the first of them where there are many. */
function listNames(names: unknown): string {
  const all: readonly unknown[] = Array.isArray(names) ? names : [];
  const shown = all.slice(0, LISTED).map((name) => (typeof name === "string" ? quote(name) : String(name)));
  return all.length > LISTED ? `${shown.join(", ")} and ${all.length - LISTED} more` : shown.join(", ");
}

function describePattern(pattern: unknown): string {
  const text = escapeControls(String(pattern));
  return text.length > PATTERN_LIMIT ? `${text.slice(0, PATTERN_LIMIT)}…` : text;
}
