import { expect, it } from "vitest";
import { failUnion, failUnknown } from "./members.js";
import { toReadResult } from "./to-result.js";

it("finds own members that are not known, whatever they are called", () => {
  const value = JSON.parse('{"a":1,"__proto__":2,"constructor":3}');
  const result = toReadResult(value, failUnknown(null, ["x"], value, ["a"]));
  expect(result.ok && result.drift.map(({ path }) => path)).toEqual(["x.__proto__", "x.constructor"]);
});

it("passes over known and absent members", () => {
  expect(failUnknown(null, [], { a: 1, b: undefined }, ["a"])).toBeNull();
});

it.each([
  [{ $unknown: ["star", 1] }, "star"],
  [{ $unknown: 1 }, "$unknown"],
  [{ $unknown: [1, 2] }, "$unknown"],
])("names what clients return for a member that they do not know: %j", (value, name) => {
  const result = toReadResult(value, failUnion(null, [], value, ["a"]));
  expect(result).toMatchObject({ ok: true, drift: [{ path: name, value: name }] });
});

it("keeps the work on hostile objects bounded", () => {
  const value = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, 1]));
  expect(failUnknown(null, [], value, ["a"])?.list).toHaveLength(100);
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
  const result = toReadResult(value, failUnion(null, [], value, ["a", "b"]));
  expect(result.ok).toBe(ok);
  if (result.ok) expect(result.drift).toHaveLength(drifts);
});
