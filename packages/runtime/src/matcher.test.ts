import { describe, expect, it } from "vitest";
import { createMatcher } from "./matcher.js";

/** `^.*a.*b$`, read forward, and `^(?!aws).+😀$`, read backward, as `packTable` of `@shapelog/emit` prints them. */
const FORWARD = "f|4|0 0 a 1 1 0 2 1 1 0 2b 2 1 3 1 0 69x 1 2 0|3+0 1=2,4=1,1=2 3<0,2+0 2=3|3 1";
const BACKWARD =
  "b|6|0 0 a 1 1 0 2 1 1 0 2b 2 1 0 h 3 1 0 3 4 1 0 69c 1 2 0 2kt2 5 1 0|" +
  "2=1 4=3,6=1,5<0 1=2,2=1 4=4,4<0 1=5 1=3,1=2 5<0|3 3";

describe("createMatcher", () => {
  it.each([
    ["ab", true],
    ["xaxb", true],
    ["ba", false],
    ["", false],
    ["a\nb", false],
    ["\nab", false],
    ["é😀a\ud800b", true],
  ])("reads %j forward: %s", (text, expected) => {
    expect(createMatcher("", FORWARD).test(text)).toBe(expected);
    expect(/^.*a.*b$/u.test(text)).toBe(expected);
  });

  it.each([
    ["x😀", true],
    ["aw😀", true],
    ["aws😀", false],
    ["aws", false],
    ["😀", false],
    ["\ud83d😀", true],
    ["x\ude00", false],
    ["😀😀", true],
    ["a\n😀", false],
  ])("reads %j backward: %s", (text, expected) => {
    expect(createMatcher("", BACKWARD).test(text)).toBe(expected);
    expect(/^(?!aws).+😀$/u.test(text)).toBe(expected);
  });

  it("is printed as the pattern it was made from", () => {
    expect(String(createMatcher("/^.*a.*b$/u", FORWARD))).toBe("/^.*a.*b$/u");
  });
});
