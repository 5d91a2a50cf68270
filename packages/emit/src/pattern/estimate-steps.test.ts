import { parsePattern } from "@shapelog/patterns";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countSteps } from "../../test/count-steps.js";
import { estimateSteps } from "./estimate-steps.js";

const estimate = (source: string, length: number, limit = 1e12) =>
  estimateSteps(parsePattern(source), { length, limit });

describe("estimateSteps", () => {
  it.each([
    "^(a+)+$",
    "^(a|a)*$",
    "^(a|aa)+$",
    "^(\\w|\\d)+$",
    "^(.*)*$",
    "(a*)*b",
    "(?:(a|a)*b)?",
    "^(?:(a|a)*b|)",
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
    "^(a?){50}a{50}$",
    "^(?:a?){20,}$",
    `^${"(a|a)".repeat(40)}$`,
    `^(?:${Array.from({ length: 300 }, (_, index) => `a{0,${index}}`).join("|")})*$`,
    `${"[\\p{L}\\p{M}]*".repeat(50)}x`,
  ])("counts no further than the limit for %s", (source) => {
    expect(estimate(source, 200, 1e8)).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([
    ["^[a-z]{1,63}$", 0],
    ["^(\\d{1,3}\\.){3}\\d{1,3}$", 0],
    ["^(?:[a-z0-9]+(?:-[a-z0-9]+)*\\.)*$", 1],
    ["^(foo|bar)*$", 1],
    ["^(?!aws:).*$", 1],
    ["^(?!.*x)[a-z]*$", 1],
    ["\\s+$", 2],
    ["^[^@]+@[^@]+\\.[^@]+$", 2],
    ["^.*a.*b$", 2],
    ["^.*.*.*x$", 3],
    ["^.*a.*b.*c.*d$", 4],
  ])("finds how the steps of %s grow: with the length to the power of %i", (source, degree) => {
    const growth = estimate(source, 640) / estimate(source, 160);
    expect(Math.log(growth) / Math.log(4)).toBeGreaterThan(degree - 0.4);
    expect(Math.log(growth) / Math.log(4)).toBeLessThan(degree + 0.4);
  });

  it("counts what is the same for every character too", () => {
    const few = estimate("^(?:ab|cd)*$", 1000);
    const many = estimate(
      `^(?:${Array.from({ length: 50 }, (_, index) => `a{${index + 1}}b`).join("|")})*$`,
      1000,
    );
    expect(many / few).toBeGreaterThan(10);
  });

  it("goes on as it has counted where further characters cost the same", () => {
    const steps = (length: number) => estimate("^(?:ab)*$", length);
    expect(steps(100_000) / steps(50_000)).toBeCloseTo(2, 1);
  });

  it("is never less than what an engine does", () => {
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
    // The interpreter counts groups, quantifiers and ends too, up to eight for a character of these patterns.
    const beside = 20;
    const whole = fc.constantFrom(
      (body: string) => `^${body}$`,
      (body: string) => `^(?:${body}c)?`,
      (body: string) => `(?:${body}c|)`,
    );
    const unit = fc.constantFrom("a", "b", "ab", "aab", "abb");
    fc.assert(
      fc.property(pattern, whole, unit, (body, around, repeated) => {
        const source = around(body);
        const text = `${repeated.repeat(Math.floor(30 / repeated.length))}!`;
        const most = estimateSteps(parsePattern(source), { length: text.length, limit: 1e5 });
        if (most === Number.POSITIVE_INFINITY) return;
        expect(countSteps(parsePattern(source), text, beside * most)).toBeLessThan(beside * most);
      }),
      { numRuns: 1500 },
    );
  });
});
