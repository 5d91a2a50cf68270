import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { portablePattern } from "./portable-pattern.js";

const XML = "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]";

describe("portablePattern", () => {
  it.each([
    `^${XML}*$`,
    `^(?!\\s+$)${XML}+x`,
    "^[\\u{10000}-\\u{10FFFF}a]+$",
    "^[\\u0020-\\u{10FFFF}]+$",
    "^[a😀b]+$",
    "^😀+a$",
    "^\\u{1F600}{2}\\u{61}$",
    "^[^]*a$",
    "^a[]|b$",
    "^(?<name>a|b)+(?<!x)$",
    "^\\cA[\\cA-\\cZ]$",
    "^[\\]\\uD83D\\uDE00\\[-]+$",
  ])("makes of %s what needs no flag", (source) => {
    const portable = portablePattern(source);
    const character = fc.constantFrom("a", "b", "x", " ", "\n", "\u0001", "😀", "🙏", "]", "[", "-", "é");
    const [made, plain, asked] = [new RegExp(portable, "u"), new RegExp(portable), new RegExp(source, "u")];
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 8 }), (text) => {
        expect([made.test(text), plain.test(text)]).toEqual([asked.test(text), asked.test(text)]);
      }),
      { numRuns: 300 },
    );
  });

  it.each(["^[\\w\\-:]+$", "^\\p{L}+$", "^[\\u0020-\\uFFFF]*$", "^\\(a|b\\)$"])(
    "leaves %s as it is",
    (source) => {
      expect(portablePattern(source)).toBe(source);
    },
  );

  it.each([
    ["^[^]+$", "^[\\s\\S]+$"],
    ["[]", "(?!)"],
    ["(?<n>a)(?<=a)", "(a)(?<=a)"],
    ["(?<n>a)\\k<n>", "(?<n>a)\\k<n>"],
    ["\\cA", "\\x01"],
  ])("writes %s as %s, which Python knows if it can", (source, portable) => {
    expect(portablePattern(source)).toBe(portable);
  });

  it("leaves a range of some characters beyond the sixteen bits as it is", () => {
    expect(portablePattern("^[😀-🙏]$")).toBe("^[😀-🙏]$");
  });
});
