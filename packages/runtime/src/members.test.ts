import { expect, it } from "vitest";
import { HIDDEN, lift } from "./failures.js";
import { failMembers, failUnion } from "./members.js";
import { toReadResult, toResult } from "./to-result.js";

it("finds own members that are not known, whatever they are called", () => {
  const value = JSON.parse('{"a":1,"__proto__":2,"constructor":3}');
  const result = toReadResult(value, failMembers(null, ["x"], value, 0, ["a"]));
  expect(result.ok && result.drift.map(({ path }) => path)).toEqual(["x.__proto__", "x.constructor"]);
});

it("passes over known and absent members, and those beside", () => {
  expect(failMembers(null, [], { a: 1, b: undefined, c: 1 }, 0, ["a"], ["c"])).toBeNull();
});

it.each([
  [["a"], 'New: expected a member of "a", got an unknown member'],
  [[], "New: expected no members, got an unknown member"],
])("tells what is known: %j", (known, message) => {
  const result = toResult({}, failMembers(null, [], { New: 1 }, 0, known));
  expect(result).toMatchObject({ errors: [{ message, keyword: "unknownMember" }] });
});

it.each([failMembers, failUnion])("takes what is no object for an error of its type", (fail) => {
  for (const [value, actual] of [
    [[], "a list"],
    [null, "null"],
    ["a", "a string"],
  ] as const)
    expect(toResult(value, fail(null, [], value, 0, ["a"]))).toMatchObject({
      errors: [{ keyword: "type", expected: "an object", actual }],
    });
});

it.each([
  [{ $unknown: ["star", 1] }, "star"],
  [{ $unknown: 1 }, "$unknown"],
  [{ $unknown: [1, 2] }, "$unknown"],
])("names what clients return for a member that they do not know: %j", (value, name) => {
  const result = toReadResult(value, failUnion(null, [], value, 0, ["a"]));
  expect(result).toMatchObject({ ok: true, drift: [{ path: name, value: name }] });
});

it("keeps the work on hostile objects bounded", () => {
  const value = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, 1]));
  expect(failMembers(null, [], value, 0, ["a"])?.list).toHaveLength(100);
});

it.each<[object, boolean, number]>([
  [{ a: 1 }, true, 0],
  [{ a: 1, __type: "x" }, true, 0],
  [{ a: 1, b: null }, true, 0],
  [{ c: 1 }, true, 1],
  [{}, false, 0],
  [{ a: null }, false, 0],
  [{ a: 1, b: 2 }, false, 0],
  [{ a: 1, c: 2 }, false, 0],
])("reads the union %j: ok %s with %i drifts", (value, ok, drifts) => {
  const result = toReadResult(value, failUnion(null, [], value, 0, ["a", "b"]));
  expect(result.ok).toBe(ok);
  if (result.ok) expect(result.drift).toHaveLength(drifts);
});

it.each([
  [{ a: 1, b: 1 }, 'U: expected exactly one member of "a", "b", got 2'],
  [{}, 'U: expected exactly one member of "a", "b", got none'],
])("tells how many members of the union %j are set", (value, message) => {
  expect(toResult({}, failUnion(null, ["U"], value, 0, ["a", "b"]))).toMatchObject({ errors: [{ message }] });
});

it("does not tell a member that is in something sensitive", () => {
  const failures = failMembers(null, ["Secret"], { hunter2: 1 }, HIDDEN, ["Pin"]);
  const inner = failMembers(null, [], { hunter2: 1 }, 0, ["Pin"]);
  const lifted = inner && lift(null, inner, ["Secret"], HIDDEN);
  for (const each of [failures, lifted]) {
    expect(toReadResult({}, each)).toMatchObject({
      drift: [{ path: "Secret[*]", kind: "unknown-member", value: undefined, known: ["Pin"] }],
    });
    expect(JSON.stringify([toReadResult({}, each), toResult({}, each)])).not.toContain("hunter2");
  }
});

it("does not tell which or how many members of a sensitive union are set", () => {
  const result = toResult({}, failUnion(null, ["Secret"], { a: 1, b: 1 }, HIDDEN, ["a", "b"]));
  expect(result).toMatchObject({
    errors: [{ path: "Secret", actual: "a sensitive value that does not fit" }],
  });
});

it("passes over what protocols add", () => {
  const failures = failMembers(null, [], { __type: "x" }, 0, []);
  expect(toReadResult({}, failures)).toEqual({ ok: true, value: {}, drift: [] });
  expect(toResult({}, failures).ok).toBe(false);
});
