import { describe, expect, it } from "vitest";
import { findLengths } from "./pattern-lengths.js";

const NO_END = Number.POSITIVE_INFINITY;

describe("findLengths", () => {
  it.each([
    ["^[a-z]{1,64}$", 1, 64],
    ["^ab?(cd){2,3}$", 5, 8],
    ["^(a|bcd)e*$", 1, NO_END],
    ["^$|^abc$", 0, 3],
    ["(^a$)|(^bcd$)", 1, 3],
    ["^a{2}", 2, NO_END],
    ["a{2}$", 2, NO_END],
    ["abc", 3, NO_END],
    ["^(){5}a{0}$", 0, 0],
    ["^\\p{L}{2}$", 2, 2],
  ])("tells exactly how long the texts of %s are", (pattern, min, max) => {
    expect(findLengths(pattern)).toEqual({ min, max, isExact: true });
  });

  it.each([
    ["^(?=.{1,64}$)[a-z]{3,}$", 3, 64],
    ["^(?!a)[a-z]{1,2}$", 1, 2],
    ["^(a|b)\\1$", 1, NO_END],
    ["^a\\b.$", 2, 2],
  ])("says of %s that there may be none so long", (pattern, min, max) => {
    expect(findLengths(pattern)).toEqual({ min, max, isExact: false });
  });

  it("tells nothing of what is no pattern", () => {
    expect(findLengths("(")).toBeUndefined();
  });
});
