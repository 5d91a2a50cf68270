import { describeType, listNames } from "./describe.js";
import { type FailureKind, type Failures, fail, HIDDEN, type Segment } from "./failures.js";
import { PATTERN_LIMIT } from "./limits.js";
import { cut, escapeControls } from "./print-path.js";
import { countBytes, countEntries } from "./program-values.js";
import { countBase64Bytes, isOffsetDateTime } from "./simple-values.js";
import { countCodePoints } from "./text-length.js";

// Each function adds what is wrong with a value to the failures that were found before it, at its path. What a value is
// expected to be is text here and in generated code, so that a bundle has that of its own checks alone.

type Found = Failures | null;
type Path = readonly Segment[];
/** Null for what is not there, and a text for digits that no number has. */
type Limit = number | string | null;

export const FLOAT = 'a number, "NaN", "Infinity" or "-Infinity"';
export const LONG = "an integer that a number holds exactly (up to 2^53 - 1)";
export const BIG_INT = "a bigint, or an integer that a number holds exactly (up to 2^53 - 1)";
export const DECIMAL = "a NumericValue or a finite number";
export const DECIMAL_OR_TEXT = "a NumericValue, a finite number, or its digits as text";
export const JSON_TEXT = "a string or a LazyJsonString";
export const EVENTS = "an AsyncIterable of events";
export const STREAM = "a Readable, ReadableStream or Blob";
export const STREAMED = "a string, a Uint8Array, or a Readable, ReadableStream or Blob";
export const BODY = "a string, bytes, or a Readable, ReadableStream or Blob";
export const BOOLEAN_TEXT = '"true" or "false"';
export const INTEGER_TEXT = "the text of an integer";
export const LONG_TEXT = "the text of an integer of 64 bits";
export const DECIMAL_TEXT = "the text of a number";
export const FLOAT_TEXT = 'the text of a number, "NaN", "Infinity" or "-Infinity"';
export const LIST_TEXT = "items with commas between, those with commas or quotes in double quotes";
export const DATES_TEXT = "times with commas between";
export const MANY_TEXT = "a text or a list of texts";
export const EPOCH_SECONDS = "seconds since 1970 as a number that a Date can hold";
export const HTTP_DATE = "a time such as Thu, 18 Aug 2022 00:00:00 GMT";

/** A long or big integer may be larger than a number can hold exactly. JSON.parse has rounded it then: writers should know, readers can do nothing. */
const MAX_LONG = 9_223_372_036_854_776_000;

export function failType(
  failures: Found,
  path: Path,
  value: unknown,
  flags: number,
  expected: string,
  kind?: FailureKind,
): Failures {
  return fail(failures, path, value, flags, "type", { expected, actual: describeType(value), kind });
}

export function failLong(failures: Found, path: Path, value: unknown, flags: number): Failures {
  const isRounded = Number.isInteger(value) && Math.abs(Number(value)) <= MAX_LONG;
  return failType(failures, path, value, flags, LONG, isRounded ? "ignored" : "error");
}

export function failBigInteger(failures: Found, path: Path, value: unknown, flags: number): Failures {
  return failType(failures, path, value, flags, LONG, Number.isInteger(value) ? "ignored" : "error");
}

/** Of what stands for nothing that is wanted: a text is told of because it is not the right one. */
export function failText(
  failures: Found,
  path: Path,
  value: unknown,
  flags: number,
  expected: string,
): Failures {
  if (typeof value !== "string") return failType(failures, path, value, flags, expected);
  const actual = flags & HIDDEN ? { actual: "a string" } : {};
  return fail(failures, path, value, flags, "type", { expected, ...actual });
}

export function failRequired(failures: Found, path: Path): Failures {
  const finding = { expected: "a value for this required member", actual: "nothing" };
  return fail(failures, path, undefined, 0, "required", finding);
}

/** Of another value than those of an enum, or of another type than they are. */
export function failEnum(
  failures: Found,
  path: Path,
  value: unknown,
  flags: number,
  known: readonly (string | number)[],
): Failures {
  const isText = typeof known[0] === "string";
  if (isText ? typeof value !== "string" : !Number.isInteger(value))
    return failType(failures, path, value, flags, isText ? "a string" : "an integer");
  const expected = () => `one of ${listNames(known)}`;
  return fail(failures, path, value, flags, "enum", { kind: "drift", expected, known });
}

/** Of what is no text, has not the right length in code points, or does not match. */
export function failString(
  failures: Found,
  path: Path,
  value: unknown,
  flags: number,
  min: Limit,
  max: Limit,
  pattern?: { toString(): string },
): Failures {
  if (typeof value !== "string") return failType(failures, path, value, flags, "a string");
  const count = countCodePoints(value);
  if (count < Number(min) || count > Number(max ?? count))
    return failLength(failures, path, value, flags, min, max, "character", count);
  const expected = () => `text that matches ${cut(escapeControls(`${pattern}`), PATTERN_LIMIT)}`;
  return fail(failures, path, value, flags, "pattern", { expected });
}

/** Of a list. */
export function failItems(
  failures: Found,
  path: Path,
  value: readonly unknown[],
  flags: number,
  min: Limit,
  max: Limit,
): Failures {
  return failLength(failures, path, value, flags, min, max, "item", value.length);
}

export function failDuplicates(failures: Found, path: Path, value: unknown, flags: number): Failures {
  const finding = { expected: "items that all differ", actual: "an item twice" };
  return fail(failures, path, value, flags, "uniqueItems", finding);
}

/** Of a map. */
export function failEntries(
  failures: Found,
  path: Path,
  value: object,
  flags: number,
  min: Limit,
  max: Limit,
): Failures {
  return failLength(failures, path, value, flags, min, max, "entry", countEntries(value), "entries");
}

/** Of bytes, of a text that is sent as UTF-8, or of what else has a number of bytes. */
export function failBytes(
  failures: Found,
  path: Path,
  value: unknown,
  flags: number,
  min: Limit,
  max: Limit,
): Failures {
  return failLength(failures, path, value, flags, min, max, "byte", countBytes(value));
}

/** Of bytes as base64. */
export function failBase64(
  failures: Found,
  path: Path,
  value: string,
  flags: number,
  min: Limit,
  max: Limit,
): Failures {
  return failLength(failures, path, value, flags, min, max, "byte", countBase64Bytes(value));
}

function failLength(
  failures: Found,
  path: Path,
  value: unknown,
  flags: number,
  min: Limit,
  max: Limit,
  unit: string,
  count: number,
  units = `${unit}s`,
): Failures {
  const expected = `${printLimits(min, max)} ${(max ?? min) === 1 ? unit : units}`;
  return fail(failures, path, value, flags, "length", { expected, actual: () => `${count}` });
}

export function failRange(
  failures: Found,
  path: Path,
  value: unknown,
  flags: number,
  min: Limit,
  max: Limit,
): Failures {
  return fail(failures, path, value, flags, "range", { expected: printLimits(min, max) });
}

/** Of a number that may be held by its digits. */
export function failDecimalRange(
  failures: Found,
  path: Path,
  value: unknown,
  flags: number,
  min: Limit,
  max: Limit,
  digits: string,
): Failures {
  const finding = { expected: printLimits(min, max), actual: () => cut(digits) };
  return fail(failures, path, value, flags, "range", finding);
}

function printLimits(min: Limit, max: Limit): string {
  if (max === null) return `at least ${min}`;
  if (min === null) return `at most ${max}`;
  return min === max ? `exactly ${min}` : `${min} to ${max}`;
}

/** Of a time. */
export function failTime(
  failures: Found,
  path: Path,
  value: unknown,
  flags: number,
  expected: string,
  kind?: FailureKind,
): Failures {
  return fail(failures, path, value, flags, "timestamp", { expected, kind });
}

/** Of a time in UTC. Readers take those with an offset. */
export function failDateTime(failures: Found, path: Path, value: unknown, flags: number): Failures {
  const expected = "a time in UTC such as 2022-08-18T00:00:00Z";
  return failTime(failures, path, value, flags, expected, isOffsetDateTime(value) ? "ignored" : "error");
}

/** Of a text that is not base64. */
export function failBlob(failures: Found, path: Path, value: unknown, flags: number): Failures {
  return fail(failures, path, value, flags, "blob", { expected: "base64 text" });
}

/** Returns what is wrong with a value that is nested deeper than `limit`. */
export function failDepth(value: unknown, limit: number): Failures {
  const finding = { expected: `at most ${limit} levels`, actual: "more" };
  const failures = fail(null, [], value, 0, "depth", finding);
  failures.isTooDeep = true;
  return failures;
}
