import { describe, expect, it } from "vitest";
import { failEnum, failType } from "./fail.js";
import { type Failures, HIDDEN, NULL_IS_ABSENT } from "./failures.js";
import { failMembers } from "./members.js";
import { toReadResult, toResult } from "./to-result.js";

describe("a strict result", () => {
  it("is the value itself where nothing failed", () => {
    const value = {};
    expect(toResult(value, null)).toEqual({ ok: true, value });
    expect((toResult(value, null) as { value: unknown }).value).toBe(value);
  });

  it("lists at most 100 errors", () => {
    let failures: Failures | null = null;
    for (let index = 0; index < 5000; index++) failures = failType(failures, [index], 1, 0, "a string");
    expect(failures?.list).toHaveLength(100);
    const result = toResult([], failures);
    expect(result.ok || result.errors).toHaveLength(100);
  });

  it("takes nulls and drift as errors", () => {
    expect(toResult({}, failType(null, ["a"], null, NULL_IS_ABSENT, "a string")).ok).toBe(false);
    expect(toResult({}, failEnum(null, ["a"], "new", 0, ["old"])).ok).toBe(false);
  });
});

describe("a tolerant result", () => {
  it("tells unknown values and members as drift", () => {
    let failures = failEnum(null, ["Type"], "New", 0, ["Old"]);
    failures = failEnum(failures, ["Level"], 9, 0, [1, 2]);
    const all = failMembers(failures, [], { More: 1 }, 0, ["Type"]);
    expect(toReadResult({}, all)).toEqual({
      ok: true,
      value: {},
      drift: [
        { path: "Type", kind: "unknown-value", value: "New", known: ["Old"] },
        { path: "Level", kind: "unknown-value", value: 9, known: ["1", "2"] },
        { path: "More", kind: "unknown-member", value: "More", known: ["Type"] },
      ],
    });
  });

  it("does not tell the value of a sensitive enum", () => {
    const result = toReadResult({}, failEnum(null, ["Pin"], "hunter2", HIDDEN, ["a"]));
    expect(result).toMatchObject({ ok: true, drift: [{ value: undefined }] });
  });

  it("finds an error behind any number of drifts", () => {
    let failures: Failures | null = null;
    for (let index = 0; index < 500; index++) failures = failEnum(failures, [index], "New", 0, ["Old"]);
    failures = failEnum(failures, [500], 1, 0, ["Old"]);
    expect(toReadResult([], failures)).toMatchObject({ ok: false, errors: [{ path: "[500]" }] });
  });

  it("takes nulls out of a copy and leaves the value alone", () => {
    const value = JSON.parse(
      '{"a":null,"list":[1,null,{"b":null,"c":2}],"__proto__":{"d":null},"kept":{"e":null}}',
    );
    const before = JSON.stringify(value);
    let failures: Failures | null = null;
    for (const path of [["a"], ["list", 1], ["list", 2, "b"], ["__proto__", "d"]]) {
      failures = failType(failures, path, null, NULL_IS_ABSENT, "a string");
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
