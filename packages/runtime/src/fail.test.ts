import { describe, expect, it } from "vitest";
import {
  EPOCH_SECONDS,
  failBase64,
  failBigInteger,
  failBlob,
  failBytes,
  failDateTime,
  failDecimalRange,
  failDepth,
  failDuplicates,
  failEntries,
  failEnum,
  failItems,
  failLong,
  failRange,
  failRequired,
  failString,
  failText,
  failTime,
  failType,
  INTEGER_TEXT,
} from "./fail.js";
import { type Failures, HIDDEN, IS_KEY, lift, type Segment } from "./failures.js";
import { toReadResult, toResult } from "./to-result.js";

type Fail = (path: readonly Segment[], value: never, flags: number) => Failures;

interface Case {
  readonly path?: readonly Segment[];
  readonly value: unknown;
  readonly fail: Fail;
  readonly message: string;
}

const type =
  (expected: string): Fail =>
  (path, value, flags) =>
    failType(null, path, value, flags, expected);
const oneOf =
  (...known: (string | number)[]): Fail =>
  (path, value, flags) =>
    failEnum(null, path, value, flags, known);
const text =
  (min: number | null, max: number | null, pattern?: RegExp): Fail =>
  (path, value, flags) =>
    failString(null, path, value, flags, min, max, pattern);

const CASES: readonly Case[] = [
  {
    path: ["AuthEvents", 3, "EventId"],
    value: 1,
    fail: type("a string"),
    message: "AuthEvents[3].EventId: expected a string, got a number",
  },
  { value: null, fail: type("an object"), message: "value: expected an object, got null" },
  { value: [], fail: type("an object"), message: "value: expected an object, got a list" },
  { value: undefined, fail: type("an object"), message: "value: expected an object, got nothing" },
  { value: new Date(), fail: type("a list"), message: "value: expected a list, got a Date" },
  { value: Number.NaN, fail: type("a number"), message: "value: expected a number, got NaN" },
  {
    value: Number.POSITIVE_INFINITY,
    fail: type("a number"),
    message: "value: expected a number, got Infinity, which a number beyond 1.8e308 is read as",
  },
  {
    value: 1.5,
    fail: type("an integer"),
    message: "value: expected an integer, got a number with a fraction",
  },
  {
    path: ["Tags", ["a b"]],
    value: {},
    fail: type("a list"),
    message: 'Tags["a b"]: expected a list, got an object',
  },
  {
    path: ["Tags", ["plain"]],
    value: {},
    fail: type("a list"),
    message: "Tags.plain: expected a list, got an object",
  },
  {
    path: ["Secrets", ["hunter2", 1]],
    value: true,
    fail: type("a string"),
    message: "Secrets[*]: expected a string, got a boolean",
  },
  {
    value: "x",
    fail: (path, value, flags) => failText(null, path, value, flags, INTEGER_TEXT),
    message: 'value: expected the text of an integer, got "x"',
  },
  {
    value: 1,
    fail: (path, value, flags) => failText(null, path, value, flags, INTEGER_TEXT),
    message: "value: expected the text of an integer, got a number",
  },
  {
    value: 2 ** 60,
    fail: (path, value, flags) => failLong(null, path, value, flags),
    message: "value: expected an integer that a number holds exactly (up to 2^53 - 1), got a number",
  },
  {
    path: ["UserPoolId"],
    value: undefined,
    fail: (path) => failRequired(null, path),
    message: "UserPoolId: expected a value for this required member, got nothing",
  },
  {
    path: ["T"],
    value: "Success",
    fail: oneOf("Pass", "Fail"),
    message: 'T: expected one of "Pass", "Fail", got "Success"',
  },
  { path: ["T"], value: 4, fail: oneOf("Pass", "Fail"), message: "T: expected a string, got a number" },
  { path: ["T"], value: 4, fail: oneOf(1, 2), message: "T: expected one of 1, 2, got 4" },
  {
    path: ["T"],
    value: 4.5,
    fail: oneOf(1, 2),
    message: "T: expected an integer, got a number with a fraction",
  },
  {
    path: ["T"],
    value: 20,
    fail: oneOf(...Array.from({ length: 14 }, (_, index) => index)),
    message: "T: expected one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more, got 20",
  },
  { path: ["Id"], value: 1, fail: text(1, 2), message: "Id: expected a string, got a number" },
  { path: ["Id"], value: "abc", fail: text(null, 2), message: "Id: expected at most 2 characters, got 3" },
  { path: ["Id"], value: "", fail: text(1, null), message: "Id: expected at least 1 character, got 0" },
  { path: ["Id"], value: "😀", fail: text(2, 5), message: "Id: expected 2 to 5 characters, got 1" },
  {
    path: ["P"],
    value: "x y",
    fail: text(1, 5, /^[\S]+$/u),
    message: 'P: expected text that matches /^[\\S]+$/u, got "x y"',
  },
  {
    path: ["Tags"],
    value: "abc",
    fail: (path, value, flags) => failString(null, path, value, flags | IS_KEY, 1, 2),
    message: 'Tags: expected 1 to 2 characters as a key, got 3 in "abc"',
  },
  {
    path: ["Tags"],
    value: "x y",
    fail: (path, value, flags) => failString(null, path, value, flags | IS_KEY, null, null, /^\S+$/u),
    message: 'Tags: expected text that matches /^\\S+$/u as a key, got "x y"',
  },
  {
    path: ["Tags"],
    value: "c",
    fail: (path, value, flags) => failEnum(null, path, value, flags | IS_KEY, ["a", "b"]),
    message: 'Tags: expected one of "a", "b" as a key, got "c"',
  },
  {
    path: ["L"],
    value: [1],
    fail: (path, value, flags) => failItems(null, path, value, flags, 2, 2),
    message: "L: expected exactly 2 items, got 1",
  },
  {
    path: ["M"],
    value: { a: 1 },
    fail: (path, value, flags) => failEntries(null, path, value, flags, 2, 9),
    message: "M: expected 2 to 9 entries, got 1",
  },
  {
    path: ["M"],
    value: { a: 1, b: 2 },
    fail: (path, value, flags) => failEntries(null, path, value, flags, null, 1),
    message: "M: expected at most 1 entry, got 2",
  },
  {
    path: ["B"],
    value: "Zm9v",
    fail: (path, value, flags) => failBase64(null, path, value, flags, null, 1),
    message: "B: expected at most 1 byte, got 3",
  },
  {
    path: ["B"],
    value: new Uint8Array(3),
    fail: (path, value, flags) => failBytes(null, path, value, flags, null, 2),
    message: "B: expected at most 2 bytes, got 3",
  },
  {
    path: ["Max"],
    value: 999,
    fail: (path, value, flags) => failRange(null, path, value, flags, 0, 60),
    message: "Max: expected 0 to 60, got 999",
  },
  {
    path: ["Max"],
    value: { string: "12.5" },
    fail: (path, value, flags) => failDecimalRange(null, path, value, flags, null, "9", "12.5"),
    message: "Max: expected at most 9, got 12.5",
  },
  {
    path: ["L"],
    value: [1, 1],
    fail: (path, value, flags) => failDuplicates(null, path, value, flags),
    message: "L: expected items that all differ, got an item twice",
  },
  {
    path: ["At"],
    value: "today",
    fail: (path, value, flags) => failDateTime(null, path, value, flags),
    message: 'At: expected a time in UTC such as 2022-08-18T00:00:00Z, got "today"',
  },
  {
    path: ["At"],
    value: "today",
    fail: (path, value, flags) => failTime(null, path, value, flags, EPOCH_SECONDS),
    message: 'At: expected seconds since 1970 as a number that a Date can hold, got "today"',
  },
  {
    path: ["B"],
    value: "%",
    fail: (path, value, flags) => failBlob(null, path, value, flags),
    message: 'B: expected base64 text, got "%"',
  },
  {
    path: ["D"],
    value: {},
    fail: (path, value) => lift(null, failDepth(value, 128), path),
    message: "D: expected at most 128 levels, got more",
  },
];

it.each(CASES)("tells $message", ({ path = [], value, fail, message }) => {
  const result = toResult(value, fail(path, value as never, 0));
  expect(result).toMatchObject({ ok: false, errors: [{ message }] });
});

it.each(CASES)("holds no sensitive value: $message", ({ fail, value: ordinary }) => {
  const secret = "hunter2";
  // What only lists, maps or bytes are asked for is asked of these.
  const objects = [[secret], { [secret]: secret }];
  const values =
    typeof ordinary === "object"
      ? objects
      : typeof ordinary === "string"
        ? [secret]
        : [secret, 4_815_162_342];
  for (const value of values) {
    const failures = fail(["Password"], value as never, HIDDEN);
    const lifted = lift(null, fail([["inside"]], value as never, 0), ["Password"], HIDDEN);
    for (const each of [failures, lifted]) {
      const said = JSON.stringify([toResult(value, each), toReadResult(1, each)]);
      expect(said).not.toMatch(/hunter2|4815162342|inside/);
    }
  }
});

it("is bounded, whatever the value and the path", () => {
  const long = "x".repeat(1_000_000);
  const path = Array.from({ length: 5000 }, () => [long] as const);
  for (const { fail, value } of CASES) {
    const result = toResult(long, fail(path, (typeof value === "object" ? value : long) as never, 0));
    expect(result.ok || result.errors[0].message.length).toBeLessThan(2000);
  }
  const digits = failDecimalRange(null, [], {}, 0, 0, null, "1".repeat(1_000_000));
  expect(JSON.stringify(toResult({}, digits)).length).toBeLessThan(2000);
});

it("holds no control, direction or invisible character", () => {
  const hostile = "\u001b[31m\u202e\u200b\u2028\n\u{e0001}";
  const result = toResult(hostile, failEnum(null, [[hostile]], hostile, 0, [hostile]));
  expect(result.ok || result.errors[0].message).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
});

describe("the keys of an error", () => {
  it("are names and indices, and nothing of what is hidden", () => {
    const result = toResult({}, failType(null, ["A", 1, ["b c"], ["hunter2", 1]], 1, 0, "a string"));
    expect(result.ok || result.errors[0].keys).toEqual(["A", 1, "b c", "[*]"]);
  });
});

describe("what readers pass over", () => {
  const isRead = (failures: Failures) => toReadResult({}, failures).ok;

  it("are longs that JSON.parse has rounded, up to 64 bits", () => {
    expect(isRead(failLong(null, [], 1_234_567_890_123_456_800, 0))).toBe(true);
    expect(isRead(failLong(null, [], 2 ** 63, 0))).toBe(true);
    expect(isRead(failLong(null, [], 2 ** 64, 0))).toBe(false);
    expect(isRead(failLong(null, [], 1.5, 0))).toBe(false);
  });

  it("are big integers that it has rounded, and times with an offset", () => {
    expect(isRead(failBigInteger(null, [], 1e30, 0))).toBe(true);
    expect(isRead(failBigInteger(null, [], 1.5, 0))).toBe(false);
    expect(isRead(failDateTime(null, [], "2020-01-01T00:00:00+01:00", 0))).toBe(true);
    expect(isRead(failDateTime(null, [], "2020-01-01", 0))).toBe(false);
  });
});
