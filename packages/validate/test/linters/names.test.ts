import { describe, expect, it } from "vitest";
import {
  createWildcardMatcher,
  findWildcardProblem,
} from "../../src/linters/reserved-words/wildcard-matcher.js";
import { splitCamelCase, splitWords } from "../../src/linters/split-words.js";
import { createTermMatcher, findTermProblem } from "../../src/linters/term-matcher.js";

describe("splitCamelCase", () => {
  it.each([
    ["fooBar", ["foo", "Bar"]],
    ["BamID2HTTP", ["Bam", "ID2", "HTTP"]],
    ["HTTPServer", ["HTTP", "Server"]],
    ["loremIPSUM", ["lorem", "IPSUM"]],
    ["A", ["A"]],
    ["", [""]],
  ])("splits %s", (name, words) => {
    expect(splitCamelCase(name)).toEqual(words);
  });
});

describe("splitWords", () => {
  it.each([
    ["firstName", ["first", "name"]],
    ["first_NAME2", ["first", "name", "2"]],
    ["HTTPServer", ["http", "server"]],
    ["__proto__", ["proto"]],
    ["😀\ud800", []],
    ["", []],
  ])("splits %s", (name, words) => {
    expect(splitWords(name)).toEqual(words);
  });
});

describe("createTermMatcher", () => {
  const matcher = createTermMatcher(["first name", "bank", "birth day"]);

  it.each([
    ["firstName", "first name"],
    ["myFirstname", "first name"],
    ["BankAccount", "bank"],
    ["bankAnkle", "bank"],
    ["myBirthdayParty", "birth day"],
    ["nameFirst", undefined],
    ["embankment", undefined],
    ["constructor", undefined],
  ])("looks for whole words in %s", (name, term) => {
    expect(matcher.find(name)).toBe(term);
  });

  it("refuses terms that are no words", () => {
    expect(["bank", "first name", "é 2"].map(findTermProblem)).toEqual([undefined, undefined, undefined]);
    for (const term of ["", " bank", "bank ", "first  name", "first-name"])
      expect(findTermProblem(term)).toBeDefined();
  });
});

describe("createWildcardMatcher", () => {
  it.each([
    ["word", ["word", "WORD"], ["words", "aword"]],
    ["word*", ["word", "Wordy"], ["aword"]],
    ["*word", ["word", "aWord"], ["wordy"]],
    ["*word*", ["word", "aWordy"], ["wor"]],
    ["**", ["", "a"], []],
  ])("matches %s", (word, yes, no) => {
    const matches = createWildcardMatcher([word]);
    expect(yes.filter((name) => !matches(name))).toEqual([]);
    expect(no.filter(matches)).toEqual([]);
  });

  it("refuses words that match everything or have a star inside", () => {
    expect(findWildcardProblem("a*")).toBeUndefined();
    for (const word of ["", "*", "a*b"]) expect(findWildcardProblem(word)).toBeDefined();
  });
});
