import { describe, expect, it } from "vitest";
import { type Failures, fail, HIDDEN, lift, NULL_IS_ABSENT, type Segment } from "./failures.js";
import { failUnion, failUnknown } from "./members.js";
import type { Keyword } from "./result.js";
import { toReadResult, toResult } from "./to-result.js";

interface Case {
  readonly path?: readonly Segment[];
  readonly value: unknown;
  readonly keyword: Keyword;
  readonly expected?: unknown;
  readonly message: string;
}

const CASES: readonly Case[] = [
  {
    path: ["AuthEvents", 3, "EventId"],
    value: 1,
    keyword: "type",
    expected: "string",
    message: "AuthEvents[3].EventId: expected a string, got a number",
  },
  { value: null, keyword: "type", expected: "object", message: "value: expected an object, got null" },
  { value: [], keyword: "type", expected: "object", message: "value: expected an object, got a list" },
  {
    value: 1.5,
    keyword: "type",
    expected: "integer",
    message: "value: expected an integer, got a number with a fraction",
  },
  {
    path: ["Tags", ["a b"]],
    value: {},
    keyword: "type",
    expected: "list",
    message: 'Tags["a b"]: expected a list, got an object',
  },
  {
    path: ["Secrets", ["hunter2", 1]],
    value: true,
    keyword: "type",
    expected: "string",
    message: "Secrets[*]: expected a string, got a boolean",
  },
  {
    path: ["UserPoolId"],
    value: undefined,
    keyword: "required",
    message: "UserPoolId: expected a value for this required member, got nothing",
  },
  {
    path: ["T"],
    value: "Success",
    keyword: "enum",
    expected: ["Pass", "Fail"],
    message: 'T: expected one of "Pass", "Fail", got "Success"',
  },
  {
    path: ["T"],
    value: 4,
    keyword: "enum",
    expected: ["Pass", "Fail"],
    message: "T: expected a string, got a number",
  },
  { path: ["T"], value: 4, keyword: "enum", expected: [1, 2], message: "T: expected one of 1, 2, got 4" },
  {
    path: ["T"],
    value: 4.5,
    keyword: "enum",
    expected: [1, 2],
    message: "T: expected an integer, got a number with a fraction",
  },
  {
    path: ["Id"],
    value: "abc",
    keyword: "length",
    expected: [null, 2, "characters"],
    message: "Id: expected at most 2 characters, got 3",
  },
  {
    path: ["Id"],
    value: "",
    keyword: "length",
    expected: [1, null, "characters"],
    message: "Id: expected at least 1 character, got 0",
  },
  {
    path: ["Id"],
    value: "😀",
    keyword: "length",
    expected: [2, 5, "characters"],
    message: "Id: expected 2 to 5 characters, got 1",
  },
  {
    path: ["L"],
    value: [1],
    keyword: "length",
    expected: [2, 2, "items"],
    message: "L: expected exactly 2 items, got 1",
  },
  {
    path: ["M"],
    value: { a: 1 },
    keyword: "length",
    expected: [2, 9, "entries"],
    message: "M: expected 2 to 9 entries, got 1",
  },
  {
    path: ["B"],
    value: "Zm9v",
    keyword: "length",
    expected: [null, 1, "bytes"],
    message: "B: expected at most 1 byte, got 3",
  },
  {
    path: ["B"],
    value: new Uint8Array(3),
    keyword: "length",
    expected: [null, 2, "bytes"],
    message: "B: expected at most 2 bytes, got 3",
  },
  {
    path: ["Max"],
    value: 999,
    keyword: "range",
    expected: [0, 60],
    message: "Max: expected 0 to 60, got 999",
  },
  {
    path: ["P"],
    value: "x y",
    keyword: "pattern",
    expected: /^[\S]+$/u,
    message: 'P: expected text that matches /^[\\S]+$/u, got "x y"',
  },
  {
    path: ["L"],
    value: [1, 1],
    keyword: "uniqueItems",
    message: "L: expected items that all differ, got an item twice",
  },
  {
    path: ["At"],
    value: "today",
    keyword: "timestamp",
    expected: "date-time",
    message: 'At: expected a time in UTC such as 2022-08-18T00:00:00Z, got "today"',
  },
  { path: ["B"], value: "%", keyword: "blob", message: 'B: expected base64 text, got "%"' },
  {
    path: ["U"],
    value: 2,
    keyword: "union",
    expected: ["a", "b"],
    message: 'U: expected exactly one member of "a", "b", got 2',
  },
  {
    path: ["U"],
    value: 0,
    keyword: "union",
    expected: ["a", "b"],
    message: 'U: expected exactly one member of "a", "b", got none',
  },
  {
    path: ["New"],
    value: "New",
    keyword: "unknownMember",
    expected: ["a"],
    message: 'New: expected a member of "a", got an unknown member',
  },
  {
    path: ["New"],
    value: "New",
    keyword: "unknownMember",
    expected: [],
    message: "New: expected no members, got an unknown member",
  },
  {
    path: ["D"],
    value: {},
    keyword: "depth",
    expected: 128,
    message: "D: expected at most 128 levels, got more",
  },
];

describe("the message of a failed check", () => {
  it.each(CASES)("$message", ({ path = [], value, keyword, expected, message }) => {
    const result = toResult(value, fail(null, path, value, keyword, expected));
    expect(result).toMatchObject({ ok: false, errors: [{ message }] });
  });

  it.each(CASES)("holds no sensitive value ($keyword)", ({ keyword, expected }) => {
    const secret = "hunter2";
    const values = [secret, 4_815_162_342, [secret], { [secret]: secret }];
    if (keyword === "union" || keyword === "unknownMember") return; // they report a count and a member's name
    for (const value of values) {
      const failures = fail(null, ["Password"], value, keyword, expected, HIDDEN);
      const lifted = lift(null, fail(null, [["key"]], value, keyword, expected), ["Password"], HIDDEN);
      for (const each of [failures, lifted]) {
        const text = JSON.stringify([toResult(value, each), toReadResult(1, each)]);
        expect(text).not.toMatch(/hunter2|4815162342|\bkey\b/);
      }
    }
  });

  it("is bounded, whatever the value and the path", () => {
    const long = "x".repeat(1_000_000);
    const path = Array.from({ length: 5000 }, () => long);
    for (const { keyword, expected } of CASES) {
      const result = toResult(long, fail(null, path, long, keyword, expected));
      expect(result.ok || result.errors[0].message.length).toBeLessThan(2000);
    }
  });

  it("holds no control, direction or invisible character", () => {
    const hostile = "\u001b[31m\u202e\u200b\u2028\n\u{e0001}";
    const result = toResult(hostile, fail(null, [hostile, [hostile]], hostile, "enum", [hostile]));
    expect(JSON.stringify(result)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
    expect(result.ok || result.errors[0].message).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
  });
});

describe("a strict result", () => {
  it("is the value itself where nothing failed", () => {
    const value = {};
    expect(toResult(value, null)).toEqual({ ok: true, value });
    expect((toResult(value, null) as { value: unknown }).value).toBe(value);
  });

  it("lists at most 100 errors", () => {
    let failures: Failures | null = null;
    for (let index = 0; index < 5000; index++) failures = fail(failures, [index], 1, "type", "string");
    expect(failures?.list).toHaveLength(100);
    const result = toResult([], failures);
    expect(result.ok || result.errors).toHaveLength(100);
  });

  it("takes nulls and drift as errors", () => {
    expect(toResult({}, fail(null, ["a"], null, "type", "string", NULL_IS_ABSENT)).ok).toBe(false);
    expect(toResult({}, fail(null, ["a"], "new", "enum", ["old"])).ok).toBe(false);
  });
});

describe("a tolerant result", () => {
  it("tells unknown values and members as drift", () => {
    let failures = fail(null, ["Type"], "New", "enum", ["Old"]);
    failures = fail(failures, ["Level"], 9, "enum", [1, 2]);
    failures = fail(failures, ["More"], "More", "unknownMember", ["Type"]);
    expect(toReadResult({}, failures)).toEqual({
      ok: true,
      value: {},
      drift: [
        { path: "Type", kind: "unknown-value", value: "New", known: ["Old"] },
        { path: "Level", kind: "unknown-value", value: 9, known: ["1", "2"] },
        { path: "More", kind: "unknown-member", value: "More", known: ["Type"] },
      ],
    });
  });

  it("does not tell a member that is in something sensitive", () => {
    const failures = failUnknown(null, ["Secret"], { hunter2: 1 }, ["Pin"], HIDDEN);
    const inner = failUnknown(null, [], { hunter2: 1 }, ["Pin"]);
    const lifted = inner && lift(null, inner, ["Secret"], HIDDEN);
    for (const each of [failures, lifted]) {
      expect(toReadResult({}, each)).toMatchObject({
        drift: [{ path: "Secret[*]", kind: "unknown-member", value: undefined, known: ["Pin"] }],
      });
      expect(JSON.stringify([toReadResult({}, each), toResult({}, each)])).not.toContain("hunter2");
    }
  });

  it("does not tell which or how many members of a sensitive union are set", () => {
    const result = toResult({}, failUnion(null, ["Secret"], { a: 1, b: 1 }, ["a", "b"], HIDDEN));
    expect(result).toMatchObject({
      errors: [{ path: "Secret", actual: "a sensitive value that does not fit" }],
    });
  });

  it("does not tell the value of a sensitive enum", () => {
    const result = toReadResult({}, fail(null, ["Pin"], "hunter2", "enum", ["a"], HIDDEN));
    expect(result).toMatchObject({ ok: true, drift: [{ value: undefined }] });
  });

  it("passes over what protocols add, and over longs that JSON.parse has rounded", () => {
    const failures = fail(null, ["__type"], "__type", "unknownMember", []);
    const both = fail(failures, ["Long"], 1_234_567_890_123_456_800, "type", "long");
    expect(toReadResult({}, both)).toEqual({ ok: true, value: {}, drift: [] });
    expect(toResult({}, both).ok).toBe(false);
  });

  it("passes over big integers that JSON.parse has rounded, and over times with an offset", () => {
    const failures = fail(null, ["Big"], 1e30, "type", "bigInteger");
    const both = fail(failures, ["At"], "2020-01-01T00:00:00+01:00", "timestamp", "date-time");
    expect(toReadResult({}, both)).toEqual({ ok: true, value: {}, drift: [] });
    expect(toReadResult({}, fail(both, ["Big"], 1.5, "type", "bigInteger")).ok).toBe(false);
    expect(toReadResult({}, fail(both, ["At"], "2020-01-01", "timestamp", "date-time")).ok).toBe(false);
  });

  it("finds an error behind any number of drifts", () => {
    let failures: Failures | null = null;
    for (let index = 0; index < 500; index++) failures = fail(failures, [index], "New", "enum", ["Old"]);
    failures = fail(failures, [500], 1, "enum", ["Old"]);
    expect(toReadResult([], failures)).toMatchObject({ ok: false, errors: [{ path: "[500]" }] });
  });

  it("takes nulls out of a copy and leaves the value alone", () => {
    const value = JSON.parse(
      '{"a":null,"list":[1,null,{"b":null,"c":2}],"__proto__":{"d":null},"kept":{"e":null}}',
    );
    const before = JSON.stringify(value);
    let failures: Failures | null = null;
    for (const path of [["a"], ["list", 1], ["list", 2, "b"], ["__proto__", "d"]]) {
      failures = fail(failures, path, null, "type", "string", NULL_IS_ABSENT);
    }
    const result = toReadResult<Record<string, unknown>>(value, failures);
    expect(result.ok && JSON.stringify(result.value)).toBe(
      '{"list":[1,{"c":2}],"__proto__":{},"kept":{"e":null}}',
    );
    expect(JSON.stringify(value)).toBe(before);
    expect(result.ok && Object.getPrototypeOf(result.value)).toBe(Object.prototype);
    expect(result.ok && result.value.kept).toBe(value.kept);
  });
});
