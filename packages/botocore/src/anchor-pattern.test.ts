import { describe, expect, it } from "vitest";
import { anchorPattern } from "./anchor-pattern.js";

const CASES: readonly (readonly [pattern: string, anchored: string])[] = [
  ["[a-z]+", "^[a-z]+$"],
  ["^[a-z]+", "^[a-z]+$"],
  ["[a-z]+$", "^[a-z]+$"],
  ["", "^$"],
  // not an anchor: a character, or one that may be left out
  ["cost\\$", "^cost\\$$"],
  ["[a-z]\\\\$", "^[a-z]\\\\$"],
  ["(?:^)?a", "^(?:^)?a$"],
  ["(^a)?b", "^(^a)?b$"],
  ["(?=^a)a", "^(?=^a)a$"],
  // alternatives
  ["a|b", "^(?:a|b)$"],
  ["^a|b$", "^(?:a|b)$"],
  ["^a|b", "^(?:a|b)$"],
  ["a|b\\$", "^(?:a|b\\$)$"],
  ["(^a)|b", "^(?:(^a)|b)$"],
  ["(?s).|b", "^(?:(?s).|b)$"],
  ["^a|^b", "^a$|^b$"],
  ["^$|a", "^$|^a$"],
  ["$|^a", "^$|^a$"],
  ["(^a$)|b", "(^a$)|^b$"],
  // bars that part no alternatives of the whole
  ["a\\|b", "^a\\|b$"],
  ["[|]", "^[|]$"],
  ["[\\]|]b", "^[\\]|]b$"],
  ["[a&&[^|]]b", "^[a&&[^|]]b$"],
  ["\\[a|b]", "^(?:\\[a|b])$"],
  ["\\Qa|b(\\E", "^\\Qa|b(\\E$"],
  ["(a|b)", "^(a|b)$"],
  ["(^a|b)", "^(^a|b)$"],
  // groups that do not pair
  ["a|b)", "^a|b)$"],
  ["(a|b", "^(a|b$"],
  ["a|[b", "^(?:a|[b)$"],
];

const ANCHORED: readonly string[] = [
  ...[
    "^a$",
    "^a$|^b$",
    "^$|^a$",
    "^(?:a|b)$",
    "(^a$)",
    "(^a$)|(^b$)",
    "((^a|^b)c$)",
    "(?:^a)(b$)",
    "(?<x>^a$)",
  ],
  ...["(?i)^a$", "\\Aa\\z", "(?i)\\A(?:a|b)\\z"],
];

/** As a whole each would take one text alone. */
const EDGES: readonly (readonly [pattern: string, anchored: string])[] = [
  ["^https:\\/\\/", "^https:\\/\\/.*$"],
  ["^arn:aws:iam::", "^arn:aws:iam::.*$"],
  ["\\.json$", "^.*\\.json$"],
  ["-suffix$", "^.*-suffix$"],
];

describe("anchorPattern", () => {
  it.each(EDGES)("takes %j for how texts begin or end: %j", (pattern, anchored) => {
    expect(anchorPattern(pattern)).toBe(anchored);
  });

  it.each(CASES)("makes of %j %j", (pattern, anchored) => {
    expect(anchorPattern(pattern)).toBe(anchored);
  });

  it.each(ANCHORED)("leaves %j, which is anchored", (pattern) => {
    expect(anchorPattern(pattern)).toBe(pattern);
  });

  it("takes the same texts as the pattern does as a whole", () => {
    const texts = ["", "a", "b", "ab", "ba", "ca", "bc", "aa", "a|b", "a\n", "\nb"];
    const all = [...CASES.map(([pattern]) => pattern), ...ANCHORED];
    const readable = all.filter((pattern) => isOfJavaScript(pattern));
    expect(readable.length).toBeGreaterThan(30);
    for (const pattern of readable) {
      const whole = new RegExp(`^(?:${pattern})$`);
      const anchored = new RegExp(anchorPattern(pattern));
      for (const text of texts)
        expect([pattern, text, anchored.test(text)]).toEqual([pattern, text, whole.test(text)]);
    }
  });

  it("reads hostile patterns once", () => {
    for (const sign of ["(", "[", "|", "\\", "&&[", "\\Q", "(^", "^("]) {
      const pattern = sign.repeat(20_000);
      expect(anchorPattern(pattern)).toContain(pattern.slice(1, -1));
      expect(anchorPattern(`${pattern}${")".repeat(20_000)}`)).toContain(sign);
    }
  });
});

/** JavaScript takes `\A` for a letter, and what stands between `\Q` and `\E` for a pattern. */
function isOfJavaScript(pattern: string): boolean {
  if (/\\[AzQ]|&&/.test(pattern)) return false;
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}
