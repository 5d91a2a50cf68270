import { RegExpParser } from "@eslint-community/regexpp";
import { expect, it } from "vitest";
import { countSteps } from "./count-steps.js";

const count = (source: string, text: string) =>
  countSteps(new RegExpParser().parsePattern(source, 0, source.length, { unicode: true }), text, 1e6);

it("counts a step for each element that is tried", () => {
  expect(count("^ab$", "ab")).toBe(4);
  expect(count("^[ab]a$", "ac")).toBe(3);
});

it("counts what a loop gives back", () => {
  expect(count("^(?:a|b)*$", "ab!")).toBeLessThan(30);
  expect(count("^a*a*$", `${"a".repeat(40)}!`)).toBeGreaterThan(40 ** 2 / 2);
});

it("stops at the limit where the work is exponential", () => {
  expect(count("^(?:a|a)*$", `${"a".repeat(40)}!`)).toBe(1e6);
  expect(count("^(?:a*)*$", `${"a".repeat(40)}!`)).toBe(1e6);
});
