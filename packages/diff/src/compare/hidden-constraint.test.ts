import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findNewConstraintWords } from "./hidden-constraint.js";

describe("findNewConstraintWords", () => {
  it.each([
    ["a rule added", "A name.", "A name. It must be short.", ["must"]],
    ["several rules added", "A name.", "A name. Required, and up to 5 texts.", ["required", "up to"]],
    [
      "a rule in the middle of a long text",
      `${"a ".repeat(99)}b`,
      `${"a ".repeat(50)}only ${"a ".repeat(49)}b`,
      ["only"],
    ],
    ["a rule made stricter", "You can use it.", "You cannot use it.", ["cannot"]],
    ["a rule put in other words", "It must be short.", "This must be short.", []],
    ["a rule gone", "It must be short.", "It is short.", []],
    ["a word that holds one", "A mustard.", "A mustard, an onlyone.", []],
  ])("finds %s", (_, before, after, words) => {
    expect(findNewConstraintWords(before, after)).toEqual(words);
  });

  it("finds the same in the differing part as in whole texts", () => {
    const text = fc
      .array(fc.constantFrom("must", "must not", "only", "at", "least", "a", "no", "longer", "up to", "b"), {
        maxLength: 40,
      })
      .map((words) => words.join(" "));
    fc.assert(
      fc.property(text, text, text, text, (start, a, b, end) => {
        const told = findNewConstraintWords(`${start} ${a} ${end}`, `${start} ${b} ${end}`);
        const padded = findNewConstraintWords(`! ${start} ${a} ${end} !`, `? ${start} ${b} ${end} ?`);
        expect(new Set(told)).toEqual(new Set(padded));
      }),
    );
  });

  it("says nothing of texts that are new, gone or no texts", () => {
    expect(findNewConstraintWords(undefined, "It must.")).toEqual([]);
    expect(findNewConstraintWords({}, "It must.")).toEqual([]);
  });
});
