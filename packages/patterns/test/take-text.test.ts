import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePattern } from "../src/parse-pattern.js";
import { sampleTexts } from "../src/sample-texts.js";
import { takesText } from "../src/take-text.js";
import { arbitraryPattern, regularOf } from "./arbitrary-pattern.js";

const arbitraryText = fc.string({ unit: fc.constantFrom(..."aabbc-_1 \né", "😀"), maxLength: 8 });

describe("takesText", () => {
  it("takes what the regular expression takes", () => {
    const seen = new Map<boolean, number>();
    fc.assert(
      fc.property(
        arbitraryPattern,
        fc.array(arbitraryText, { minLength: 5, maxLength: 10 }),
        (source, texts) => {
          const [parsed, regular] = [parsePattern(source), regularOf(source)];
          for (const text of [...texts, ...sampleTexts(parsed).slice(0, 20)]) {
            const taken = takesText(parsed, text, { left: 1e6 });
            seen.set(taken === true, (seen.get(taken === true) ?? 0) + 1);
            expect([text, taken]).toEqual([text, regular.test(text)]);
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect(Math.min(seen.get(true) ?? 0, seen.get(false) ?? 0)).toBeGreaterThan(500);
  });

  it("does not tell when the budget ends, and of what refers back", () => {
    const budget = { left: 1000 };
    expect(takesText(parsePattern("^((a*)*)*$"), `${"a".repeat(200)}b`, budget)).toBe(undefined);
    expect(budget.left).toBeLessThan(0);
    expect(takesText(parsePattern("^(a|b)\\1$"), "aa", { left: 1000 })).toBe(undefined);
  });

  it("is not slow where a regular expression that tries one way after the other is", () => {
    const budget = { left: 100_000 };
    expect(takesText(parsePattern("^(a|a)*$"), `${"a".repeat(60)}b`, budget)).toBe(false);
  });
});

describe("sampleTexts", () => {
  it.each<[string, readonly string[]]>([
    ["^ab?c$", ["ac", "abc"]],
    ["^(a|bc)$", ["a", "bc"]],
    ["^[ab.]{2}$", ["aa", "a.", ".a", ".."]],
    ["^a*$", ["", "a"]],
    ["^a{2,4}$", ["aa", "aaa", "aaaa"]],
    ["^(?=x)é$", ["é"]],
  ])("makes of %s %j", (source, texts) => {
    expect([...sampleTexts(parsePattern(source))].sort()).toEqual([...texts].sort());
  });

  it("makes a bounded number of texts of any pattern", () => {
    const texts = sampleTexts(parsePattern("((([^a]+[^b]+)+|[^c]{1,900}){1,9000}[^d]*)*"));
    expect(texts.length).toBeLessThanOrEqual(500);
    expect(sampleTexts(parsePattern("([^a]?[^b]*){9}".repeat(300))).length).toBeLessThanOrEqual(500);
  });
});
