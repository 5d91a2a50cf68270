import { RegExpParser } from "@eslint-community/regexpp";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countSteps } from "../../test/count-steps.js";
import { findBacktracking } from "./find-backtracking.js";
import { translatePattern } from "./translate-pattern.js";

const parser = new RegExpParser({ ecmaVersion: 2024 });
const parse = (source: string) => parser.parsePattern(source, 0, source.length, { unicode: true });
const find = (source: string) => findBacktracking(parse(source));

/** Steps that no safe pattern takes over texts of 30 characters; an exponential one takes 2 ** 30. */
const LIMIT = 2 ** 24;

describe("findBacktracking", () => {
  it.each([
    "^(a+)+$",
    "^(a|a)*$",
    "^(a|aa)+$",
    "^(\\w|\\d)+$",
    "^(.*)*$",
    "(a*)*b",
    "^(x+x+)+y",
    "^(a?b?)*$",
    "^((?:|)a)*$",
    "^(a|b|ab)*c$",
    "^(([a-z])+.)+[A-Z]$",
    "^(a{0,20}){0,20}$",
    "^(.{1,1000}){1,1000}x",
    "^(?=(a+)+b)",
    "^(?!(a+)+$)",
    "(?<=x(a+)+)b",
    "^([^/]*/?)*$",
    "^arn(-\\w+)*:([:/].+)*$",
  ])("takes %s for exponential", (source) => {
    expect(find(source)).toEqual({ kind: "exponential" });
  });

  it.each([
    ["^[a-z]{1,63}$", 1],
    ["^(\\d{1,3}\\.){3}\\d{1,3}$", 1],
    ["^(?:[a-z0-9]+(?:-[a-z0-9]+)*\\.)*$", 1],
    ["^(foo|bar)*$", 1],
    ["[a-z]+", 1],
    ["(?:[ \\n].*)*", 1],
    ["\\s+$", 2],
    ["^[^@]+@[^@]+\\.[^@]+$", 2],
    ["^.*a.*b$", 2],
    ["^.*.*.*x$", 3],
    ["^.*a.*b.*c.*d$", 4],
    ["^(?=.*a.*b$).*$", 3],
  ])("finds the degree of %s", (source, degree) => {
    expect(find(source)).toMatchObject({ kind: "polynomial", degree });
  });

  it("finds in how many ways a text without loops can be matched", () => {
    expect(find("^(?:a|b)(?:c|d)$")).toMatchObject({ factor: 1 });
    expect(find(`^${"(a|a)".repeat(5)}$`)).toMatchObject({ factor: 2 ** 4 });
  });

  it.each([
    "^(a?){50}a{50}$",
    "^(?:a?){20,}$",
    `^${"(a|a)".repeat(40)}$`,
    `^(?:${Array.from({ length: 300 }, (_, index) => `a{0,${index}}`).join("|")})*$`,
    `${"a*".repeat(200)}b`,
    `^(${"(a|b)?".repeat(100)})+$`,
    `${"[\\p{L}\\p{M}]*".repeat(50)}x`,
    `${"(?:".repeat(40)}a${"|b)*".repeat(40)}c`,
  ])("comes to an end, and is refused: %#", (source) => {
    expect(translatePattern(source).ok).toBe(false);
  });

  it("never takes a pattern for safe that is slow to run", () => {
    const leaf = fc.constantFrom("a", "b", "[ab]", "a?", "(?:a|b)", "(?:a|a)", "(?:a|ab)", "(?:|a)");
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.tuple(tie("pattern"), tie("pattern")).map((all) => all.join("")),
        fc.tuple(tie("pattern"), tie("pattern")).map(([a, b]) => `(?:${a}|${b})`),
        fc
          .tuple(tie("pattern"), fc.constantFrom("*", "+", "{0,30}", "{2,9}"))
          .map(([a, sign]) => `(?:${a})${sign}`),
      ),
    }));
    const texts = ["a", "b", "ab", "aab", "abb"].flatMap((unit) => [unit.repeat(30 / unit.length)]);
    fc.assert(
      fc.property(pattern, (source) => {
        const found = find(`^${source}$`);
        if (found.kind !== "polynomial" || found.degree > 4 || found.factor > 1e4) return;
        const pattern = parse(`^${source}$`);
        for (const text of texts) {
          expect(countSteps(pattern, `${text}!`, LIMIT)).toBeLessThan(LIMIT);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe("translatePattern", () => {
  it("refuses exponential patterns", () => {
    expect(translatePattern("^(a+)+$")).toEqual({
      ok: false,
      reason: "its time grows exponentially with the length of the text",
    });
  });

  it("takes cubic patterns for short texts only", () => {
    const pattern = "^.*a.*b.*c$";
    const reason = "its time grows with the length of the text to the power of 3";
    expect(translatePattern(pattern)).toEqual({ ok: false, reason });
    expect(translatePattern(pattern, { maxLength: 2048 })).toEqual({ ok: false, reason });
    expect(translatePattern(pattern, { maxLength: 1024 })).toMatchObject({ ok: true });
  });

  it("takes quadratic patterns whatever the length", () => {
    expect(translatePattern("^.*a.*b$")).toMatchObject({ ok: true });
  });
});
