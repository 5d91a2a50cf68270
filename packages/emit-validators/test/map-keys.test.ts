import { modelOf, serviceOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { emitValidators } from "../src/emit-validators.js";
import { loadValidators } from "./load-validators.js";

const MODEL = modelOf(`
  $version: "2"
  namespace test
  service Svc { version: "1", errors: [In] }
  @error("client") structure In { byLevel: ByLevel, byCode: ByCode, byPin: ByPin, secret: Secret, nested: Nested }
  enum Level {
    LOW = "low"
    HIGH = "high"
  }
  @length(max: 3) @pattern("^[a-z]+$") string Code
  @sensitive @length(max: 3) string Pin
  map ByLevel { key: Level, value: Amount }
  map ByCode { key: Code, value: Amount }
  map ByPin { key: Pin, value: Amount }
  @sensitive map Secret { key: Code, value: Amount }
  list Nested { member: ByCode }
  @range(min: 0, max: 9) integer Amount
`);

const validators = await loadValidators(emitValidators(MODEL, { service: serviceOf(MODEL) }).files);

describe.each(["wire", "sdk"] as const)("what is wrong with a key in the form %s", (form) => {
  const { validate, read } = validators[form];
  const messages = (value: object, judge: typeof validate | typeof read = validate) => {
    const result = judge("In", value);
    return result.ok ? [] : result.errors.map(({ message }) => message);
  };

  it("is told at its map, with the key, before what is wrong with its value", () => {
    const told = [
      'byCode: expected at most 3 characters as a key, got 4 in "long"',
      'byCode: expected text that matches /^[a-z]+$/u as a key, got "A"',
      "byCode.A: expected 0 to 9, got 10",
    ];
    const value = { byCode: { long: 1, A: 10 } };
    expect(messages(value)).toEqual(told);
    expect(messages(value, read)).toEqual(told);
    expect(messages({ nested: [{}, { A: 1 }] })).toEqual([
      'nested[1]: expected text that matches /^[a-z]+$/u as a key, got "A"',
    ]);
  });

  it("has the map's path as keys", () => {
    const result = validate("In", { nested: [{ A: 1 }] });
    expect(result.ok || result.errors.map(({ keys }) => keys)).toEqual([["nested", 0]]);
  });

  it("is drift at its map where it is new", () => {
    const value = { byLevel: { low: 1, middle: 2 } };
    expect(messages(value)).toEqual(['byLevel: expected one of "low", "high" as a key, got "middle"']);
    expect(read("In", value)).toEqual({
      ok: true,
      value,
      drift: [{ path: "byLevel", kind: "unknown-value", value: "middle", known: ["low", "high"] }],
    });
  });

  it("does not tell a sensitive key, and hides no place around it", () => {
    expect(messages({ byPin: { hunter2: 10 }, secret: { hunter2: 10 } })).toEqual([
      "byPin: expected at most 3 characters as a key, got a sensitive value that does not fit",
      "byPin[*]: expected 0 to 9, got 10",
      "secret: expected at most 3 characters as a key, got a sensitive value that does not fit",
      "secret[*]: expected 0 to 9, got a sensitive value that does not fit",
    ]);
  });
});
