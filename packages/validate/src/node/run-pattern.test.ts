import { describe, expect, it } from "vitest";
import { runPattern } from "./run-pattern.js";

describe("runPattern", () => {
  it.each([
    ["^[a-z]+$", "ulm", true],
    ["^[a-z]+$", "Ulm", false],
    ["lm", "Ulm", true],
    ["^[\\w\\-\\:]+$", "a-b:c", true],
    ["^\\p{Lu}\\p{L}*$", "Äpfel", true],
    ["\\Aab\\z", "ab", true],
    ["\\Aab\\z", "cab", false],
    ["^a{2}}$", "aa}", true],
    ["^(?:us|eu|ap)-(?:east|west)-[0-9][a-z]?$", "eu-west-1", true],
    ["^(-[a-z]+)*$", `-${"a".repeat(200)}`, true],
  ])("%s on %j is %s", (pattern, value, expected) => {
    expect(runPattern(pattern, value)).toBe(expected);
  });

  it.each([
    ["no pattern at all", "(", "a"],
    ["flags inside the pattern", "(?i)ulm", "ULM"],
    ["repetitions that cannot give back", "^a*+b$", "aab"],
    ["a class JavaScript does not know", "^\\h{2}}$", "h}"],
    ["nested repetitions", "^(a+)+$", `${"a".repeat(60)}!`],
    ["a group that is taken many times", "^(a+){20}$", `${"a".repeat(60)}!`],
    ["alternatives that are taken many times", "^(a|a){30}$", `${"a".repeat(60)}!`],
    ["alternatives that overlap", "^(a|a)*$", `${"a".repeat(60)}!`],
    ["many alternatives, each taken once", `^${"(a|a)".repeat(40)}$`, `${"a".repeat(40)}!`],
    ["many that may be left out", `^${"(?:aa?)".repeat(40)}$`, `${"a".repeat(60)}!`],
    ["what may be left out and is repeated", "^(?:aa?){40}$", `${"a".repeat(60)}!`],
    ["a group that may be left out and is repeated", "^(?:a(?:ab)?b?)*$", `${"ab".repeat(60)}!`],
    ["parentheses deeper than the engine's stack", "(".repeat(12_000) + ")".repeat(12_000), "a"],
    ["text that is too long for the engine's stack", "^(?:ab?)*$", `${"a".repeat(16_000_000)}!`],
    ["a group in between", "^((a+)x?)+$", `${"a".repeat(60)}!`],
    ["a separator that is among the repeated", "^(-[-a]+)*$", `${"-a".repeat(40)}!`],
    ["many repetitions over a long string", "^.*a.*a.*a.*a.*a.*a.*b$", "a".repeat(5000)],
  ])("does not run %s", (_, pattern, value) => {
    expect(runPattern(pattern, value)).toBeUndefined();
  });

  it.each(["^[a-z]*[a-z]*[a-z]*$", "^x*x*[a-z]*x$"])("runs %s on short strings alone", (pattern) => {
    expect(runPattern(pattern, "x".repeat(80))).toBe(true);
    expect(runPattern(pattern, "x".repeat(400))).toBeUndefined();
  });

  it.each(["^(a{1,30}){1,30}$", "(x+x+)+y"])("comes to an end with %s", (pattern) => {
    expect(runPattern(pattern, "x".repeat(400))).not.toBe(true);
  });
});
