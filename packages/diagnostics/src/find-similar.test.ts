import { expect, it } from "vitest";
import { findSimilar } from "./find-similar.js";

const KINDS = ["string", "structure", "operation", "union", "list", "map"];

it.each([
  ["opertion", ["operation"]],
  ["sting", ["string"]],
  ["lisp", ["list", "map"].slice(0, 1)],
  ["strukture", ["structure"]],
  ["banana", []],
  ["", []],
  ["union", ["union"]],
])("takes %j for a slip of %j", (name, similar) => {
  expect(findSimilar(name, KINDS)).toEqual(similar);
});

it("names three at most, the nearest first", () => {
  expect(findSimilar("abcd", ["abxx", "abce", "abcf", "abcd", "abcg"])).toEqual(["abcd", "abce", "abcf"]);
});

it("is quick on many long names", () => {
  const known = Array.from({ length: 20_000 }, (_, index) => `example.namespace#Shape${index}`);
  expect(findSimilar("example.namespace#Shapf19999", known)).toContain("example.namespace#Shape19999");
});
