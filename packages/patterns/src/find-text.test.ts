import { expect, it } from "vitest";
import { findText } from "./find-text.js";

it.each([
  [
    "a wanted text that fits",
    "^[\\w-]+_[0-9a-zA-Z]+$",
    { min: 1, max: 55, wanted: ["example", "us-east-1_EXAMPLE"] },
    "us-east-1_EXAMPLE",
  ],
  ["a plain text of the pattern", "^(?:red|green)$", { min: 0, max: 9, wanted: ["example"] }, "red"],
  ["a longer one where it has to be", "^st-[a-z0-9]+$", { min: 8, max: 9 }, "st-aaaaa"],
  ["nothing of a length that the pattern never has", "^a$", { min: 2, max: 9 }, undefined],
  ["nothing of a pattern that cannot be read", "(", { min: 0, max: 9 }, undefined],
] as const)("finds %s", (_, pattern, options, expected) => {
  expect(findText(pattern, options)).toBe(expected);
});

it("ends for a pattern that is slow to match", () => {
  expect(findText("^(?:(?:a+)+)+$", { min: 1, max: 5000, wanted: [`${"a".repeat(3000)}!`] })).toMatch(/^a*$/);
});
