import type { Shape } from "@shapelog/model";
import { describe, expect, it } from "vitest";
import { findOutside, findText, lengthOf, rangeOf, textLimits } from "./limits.js";

const shape = (kind: "string" | "byte" | "long" | "blob", traits: Shape["traits"]): Shape => ({
  kind,
  id: "a#A",
  traits,
});

describe("findText", () => {
  it.each([
    ["no limits", {}, /^text$/],
    ["a length", { length: { min: 7 } }, /^a{7}$/],
    ["a pattern", { patterns: ["^[0-9]{12}$"] }, /^\d{12}$/],
    ["two patterns", { patterns: ["^[a-z0-9]+$", "[0-9]$"], length: { min: 3 } }, /^[a-z0-9]{2,}\d$/],
    ["listed values", { values: ["XLS", "CSV"] }, /^(XLS|CSV)$/],
    [
      "a pattern and a great length",
      { patterns: ["^s3://[a-z]+/x$"], length: { min: 5000 } },
      /^s3:\/\/[a-z]{4993}\/x$/,
    ],
    ["a pattern that has no automaton", { patterns: ["^(.)\\1$"] }, /^aa$/],
  ])("finds one that meets %s", (_, limits, expected) => {
    expect(findText(limits)).toMatch(expected);
  });

  it.each([
    ["lengths that rule each other out", { length: { min: 3, max: 2 } }],
    ["a pattern and a length that do", { patterns: ["^[a-z]{4}$"], length: { max: 3 } }],
    ["lengths beyond any that is made", { length: { min: 2 ** 31 } }],
  ])("finds none that meets %s", (_, limits) => {
    expect(findText(limits)).toBeUndefined();
  });
});

describe("findOutside", () => {
  it("gives what is next to the other's ends first", () => {
    expect(findOutside({ min: 0, max: 100 }, { min: 10, max: 50 })).toEqual([0, 9, 51, 100]);
    expect(findOutside({ min: 0, max: 100 }, { min: 0, max: 100 })).toEqual([]);
  });
});

describe("the limits of a shape", () => {
  it("are those of its kind and of its traits together", () => {
    expect(rangeOf(shape("byte", { "smithy.api#range": { min: 1 } }))).toEqual({ min: 1, max: 127 });
    expect(rangeOf(shape("long", {})).max).toBe(Number.MAX_SAFE_INTEGER);
    expect(lengthOf(shape("blob", { "smithy.api#length": { max: 4 } }))).toEqual({ min: 0, max: 4 });
    expect(textLimits(shape("string", { "smithy.api#pattern": "a" })).patterns).toEqual(["a"]);
  });
});
