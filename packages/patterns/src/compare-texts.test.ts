import { describe, expect, it } from "vitest";
import { compareTexts, createTextComparer, type TextDifference, type TextRelation } from "./compare-texts.js";
import { coversPattern } from "./cover-pattern.js";
import type { TextLimits } from "./text-limits.js";

const pattern = (...patterns: string[]): TextLimits => ({ patterns });
const length = (min: number, max?: number): TextLimits => ({
  length: { min, ...(max === undefined ? {} : { max }) },
});
const both = (source: string, min: number, max: number): TextLimits => ({
  ...pattern(source),
  ...length(min, max),
});
const anything: TextLimits = {};

const OPPOSITE: Readonly<Partial<Record<TextRelation, TextRelation>>> = {
  wider: "narrower",
  narrower: "wider",
};

const textsOf = ({ lost, gained }: TextDifference) => [lost?.text, gained?.text];

/** What is compared, how it relates, and a text that is lost and one that is gained. */
type Case = readonly [
  before: TextLimits,
  after: TextLimits,
  relation: TextRelation,
  lost?: string | undefined,
  gained?: string | undefined,
];

const CASES: readonly Case[] = [
  // sets and repetitions
  [pattern("^[a-z]+$"), pattern("^[a-z0-9]+$"), "wider", undefined, "0"],
  [pattern("^[A-Za-z0-9]{3,25}$"), pattern("^[a-zA-Z0-9]{2,25}$"), "wider", undefined, "aa"],
  [pattern("^[a-z0-9]+$"), pattern("^[a-z][a-z0-9-]*$"), "overlap", "0", "a-"],
  [pattern("^(a|b)*$"), pattern("^[ab]*$"), "same"],
  [pattern("^a+$"), pattern("^b+$"), "disjoint", "a", "b"],
  [pattern("^(aa)*$"), pattern("^a*$"), "wider", undefined, "a"],
  [pattern("^(?:(?:ab?){1,3})$"), pattern("^(?:ab?){1,2}(?:ab?)?$"), "same"],
  [pattern("^[a-z]{1,64}$"), pattern("^[a-z]{1,64}$|^$"), "wider", undefined, ""],
  // anchors: without one a match may stand anywhere
  [pattern("[a-z]"), pattern("^.*[a-z].*$"), "narrower", "a\n"],
  [pattern("[a-z]+"), pattern("[a-z]"), "same"],
  [pattern("^[a-z]"), pattern("[a-z]"), "wider", undefined, "0a"],
  [pattern("\\bab\\b"), pattern("(?<!\\w)ab(?!\\w)"), "same"],
  // no pattern takes all texts
  [anything, pattern("^.*$"), "narrower", "\n"],
  [anything, pattern("^[\\s\\S]*$"), "same"],
  [anything, pattern("^(?s).*$"), "same"],
  [anything, pattern(".*"), "same"],
  [anything, pattern("^[\\u0000-\\uD7FF\\uE000-\\u{10FFFF}]*$"), "same"],
  [anything, pattern("^[^\\uFFFF]*$"), "narrower", "\uffff"],
  [pattern("^[^a]*$"), pattern("^(?:[^a😀]|😀)*$"), "same"],
  // lengths are in code points
  [length(0, 5), length(0, 6), "wider", undefined, "aaaaaa"],
  [pattern("^.{0,2}$"), both("^.*$", 0, 2), "same"],
  [both("^😀*$", 0, 2), pattern("^(?:|😀|😀😀)$"), "same"],
  [pattern("^[0-9]{12}$"), both("^[0-9]{12}$", 12, 12), "same"],
  [pattern("^[0-9]{12}$"), both("^[0-9]{12}$", 1, 2048), "same"],
  [pattern("^(a|bc){1,3}$"), both("^(a|bc){1,3}$", 2, 5), "narrower", "a"],
  [both("^a{1,5}$", 0, 5), both("^a{1,10}$", 0, 10), "wider", undefined, "aaaaaa"],
  [both("^[a-z]*$", 1, 2), both("^[a-z0-9]*$", 2, 3), "overlap", "a", "a0"],
  [both("^(?:ab)*$", 3, 3), anything, "wider", undefined, "ab"],
  [both("^(?:ab)*$", 3, 3), both("^(?:ba)*$", 5, 5), "same"],
  [pattern("^.{0,65536}$"), pattern("^[^]{0,65536}$"), "wider", undefined, "\n"],
  [pattern("^(?=.{1,8}$)[a-z]+(-[a-z]+)*$"), both("^[a-z]+(-[a-z]+)*$", 1, 8), "same"],
  // several patterns, and lists of values
  [pattern("[a-z]", "[0-9]"), pattern("[a-z].*[0-9]|[0-9].*[a-z]"), "narrower", "a\n0"],
  [{ values: ["a", "b"] }, { values: ["b", "c"] }, "overlap", "a", "c"],
  [{ values: ["red", "blue"] }, pattern("^[a-z]+$"), "wider", undefined, "a"],
  [{ values: ["red", "blue"], ...pattern("^r") }, { values: ["red"] }, "same"],
  // readable texts that are not empty, where there are any
  [pattern("^[ -~]*$"), pattern("^[ -~]*[a-z]$"), "narrower", "0"],
  [pattern("^[a-z]*$"), pattern("^[a-z]+$"), "narrower", ""],
  [pattern("^[\\x00-~]$"), pattern("^$"), "disjoint", "a", ""],
  [pattern("^\\w+$"), pattern("^[\\p{L}_0-9]+$"), "wider", undefined, "é"],
  [pattern("^(?:\\x00|-x)$"), pattern("^y$"), "disjoint", "-x", "y"],
];

describe("compareTexts", () => {
  it.each(
    CASES.map(([before, after, relation, lost, gained]) => ({ before, after, relation, lost, gained })),
  )("finds $relation from $before to $after", ({ before, after, relation, lost, gained }) => {
    const comparison = compareTexts(before, after);
    expect(comparison.relation).toBe(relation);
    expect(textsOf(comparison)).toEqual([lost, gained]);
    const back = compareTexts(after, before);
    expect(back.relation).toBe(OPPOSITE[relation] ?? relation);
    expect(textsOf(back)).toEqual([gained, lost]);
  });

  it("tells what patterns do from what lengths do", () => {
    const shorter = compareTexts(both("^[a-z]*$", 0, 3), both("^[a-z0-9]*$", 0, 2));
    expect(shorter.relation).toBe("overlap");
    expect([shorter.byPatterns.relation, textsOf(shorter.byPatterns)]).toEqual(["wider", [undefined, "0"]]);
    expect([shorter.byLengths.relation, textsOf(shorter.byLengths)]).toEqual([
      "narrower",
      ["aaa", undefined],
    ]);
    const said = compareTexts(pattern("^[0-9]{3}$"), length(3, 3));
    expect([said.byPatterns.relation, said.byLengths.relation]).toEqual(["wider", "same"]);
  });

  it("shows what patterns do by texts whose length both sides allow, where there are such", () => {
    const shown = (before: TextLimits, after: TextLimits) => {
      const { lost, gained } = compareTexts(before, after).byPatterns;
      expect(textsOf(compareTexts(after, before).byPatterns)).toEqual([gained?.text, lost?.text]);
      return lost?.text ?? gained?.text;
    };
    expect(shown(anything, both("^arn:.*$", 5, 2048))).toBe("aaaaa");
    expect(shown(anything, both("^[^]*\\S[^]*$", 1, 10))).toBe(" ");
    expect(shown(anything, both("^[^]+$", 1, 10))).toBe("");
    expect(shown(anything, both("^[a-z]*$", 0, 0))).toBe("0");
    expect(shown(anything, both("^b*$", 500, 2048))).toBe("a");
  });

  it("tells the lengths of texts where a pattern is of one kind of character", () => {
    const lengths = (before: TextLimits, after: TextLimits) => compareTexts(before, after).lengths;
    expect(lengths(pattern("^[a-z]{1,50}$"), both("^[a-z-]+$", 0, 60))).toEqual({
      before: { min: 1, max: 50 },
      after: { min: 1, max: 60 },
    });
    expect(lengths(length(1, 9), pattern("^(?:\\w)*$"))?.after).toEqual({
      min: 0,
      max: Number.POSITIVE_INFINITY,
    });
    expect(lengths(anything, pattern("^a[a-z]{1,50}$"))).toBeUndefined();
    expect(lengths(anything, pattern("^[a-z]*$", "^[0-9]*$"))).toBeUndefined();
    expect(lengths(anything, pattern("^(?=.{3})[a-z]*$"))).toBeUndefined();
    expect(lengths(anything, { values: ["a"] })).toBeUndefined();
  });

  it.each<[string, TextLimits, TextLimits]>([
    ["a back reference", pattern("^(a|b)-\\1$"), pattern("^(a|c)-\\1$")],
    ["what JavaScript cannot say", pattern("^a++$"), pattern("^b++$")],
    ["too many states", pattern("^.*a.{14}b.{14}c.*(?=x.*y.{14}z)"), pattern("^.*a.{14}b.{14}c")],
    ["too many steps", both("^(?:aa)*$", 0, 1e9), both("^(?:aa|aaa)*$", 0, 2e9)],
  ])("does not decide %s", (_, before, after) => {
    expect(compareTexts(before, after).relation).toBe("undecided");
    expect(compareTexts(before, before).relation).toBe("same");
  });

  it.each<[string, string, string]>([
    ["a part that may be left out", "^[a-z](-*[a-z]){0,255}$", "^(arn:.*/)?([a-z](-*[a-z]){0,255})$"],
    ["a wider set", "^[a-z]{1,9}(?=.*x.{40}y.{40}z)$", "^[a-z0-9]{1,9}(?=.*x.{40}y.{40}z)$"],
    ["another alternative", "^(a|b)\\.(?!.*--)[^*]+$", "^(a|b|c)\\.(\\*|(?!.*--)[^*]+)$"],
    ["a wider repetition", "^a{2,300}(.*b.{99}c.{99}){2}$", "^a{1,400}(.*b.{99}c.{99}){1,3}$"],
  ])("sees by its form that a pattern takes more: %s", (_, narrow, wide) => {
    expect(compareTexts(pattern(narrow), pattern(wide)).byPatterns.relation).toBe("wider");
    expect(compareTexts(pattern(wide), pattern(narrow)).byPatterns.relation).toBe("narrower");
  });

  it("sees by its form that a pattern is the same with other groups", () => {
    const [bare, grouped] = [
      "^[a-z]*(?=.*x.{40}y.{40}z)(-a){2}$",
      "^(?:[a-z]*((?=.*x.{40}y.{40}z))(-(a)){2})$",
    ];
    expect(compareTexts(pattern(bare), pattern(grouped)).byPatterns.relation).toBe("same");
  });

  it.each<[string, TextLimits, TextLimits, TextDifference]>([
    [
      "a sign at the end",
      pattern("^arn:aws([a-z-]{0,10})?:iam::[0-9]{12}:profile/[/\\w+=,.@-]{1,128}$"),
      pattern("^arn:aws([a-z-]{0,10})?:iam::[0-9]{12}:profile/([!-~]{1,510}/)?([\\w+=,.@-]{1,128})$"),
      {
        relation: "overlap",
        lost: { length: 35, text: "arn:aws:iam::000000000000:profile//" },
        gained: { length: 37, text: "arn:aws:iam::000000000000:profile/:/a" },
      },
    ],
    [
      "texts that all are lost",
      pattern("^.+:pricing::.*:list/.{1,255}/.{1,32}/[A-Z]{3}/[0-9]{14}/[^/]*$"),
      both("^(?=x(.*b.{99}c.{99}){2}$).*$", 18, 2048),
      { relation: "undecided", lost: { length: 40, text: "a:pricing:::list/a/a/AAA/00000000000000/" } },
    ],
    [
      "values",
      { values: ["x", "xbc", "red"] },
      pattern("^(?=(x|(.*b.{99}c.{99}){2})$).*$"),
      { relation: "undecided", lost: { length: 3, text: "xbc" } },
    ],
  ])("tries texts where the automata are too large: %s", (_, before, after, { relation, lost, gained }) => {
    const comparison = compareTexts(before, after);
    expect([comparison.relation, comparison.lost, comparison.gained]).toEqual([relation, lost, gained]);
    const back = compareTexts(after, before);
    expect([back.relation, back.lost, back.gained]).toEqual([relation, gained, lost]);
  });

  it.each([
    ["^(a|b)-\\1$", "^(a|b|c)-\\1$"],
    ["^(?!a)(.*b.{99}c.{99}){2}$", "^(?![ab])(.*b.{99}c.{99}){2}$"],
    ["^(.*b.{99}c.{99}){2}d?$", "^(.*b.{99}c.{99}){2}$"],
  ])("sees nothing by the form of %s and %s", (one, other) => {
    expect(coversPattern(other, one)).toBe(false);
  });

  it.each([
    ["^\\w+/x$", "^event/x$", true],
    ["^\\w{2,6}$", "^a\\w{1,5}$", true],
    ["^\\w{2,5}$", "^a\\w{1,5}$", false],
    ["^\\w{4,9}$", "^abc$", false],
    ["^\\w+$", "^a-b$", false],
  ])("sees whether a repetition in %s covers several parts of %s", (wide, narrow, isCovered) => {
    expect(coversPattern(wide, narrow)).toBe(isCovered);
  });

  it("knows that a pattern it cannot read is the same as itself when a length moves", () => {
    const { relation, byPatterns, byLengths } = compareTexts(
      both("^(a|b)\\1$", 0, 5),
      both("^(a|b)\\1$", 0, 4),
    );
    expect([relation, byPatterns.relation, byLengths.relation]).toEqual(["undecided", "same", "undecided"]);
  });

  it("gives the length of a text that is too long to be made", () => {
    expect(compareTexts(length(0, 1e9), length(0, 2e9))).toMatchObject({
      relation: "wider",
      gained: { length: 1e9 + 1 },
    });
  });

  it("stops when all comparisons together took too long", () => {
    const compare = createTextComparer(100);
    const pairs = ["b", "c", "d", "e"].map(
      (letter) => compare(pattern("^a+$"), pattern(`^[a${letter}]+$`)).relation,
    );
    expect(pairs).toEqual(["wider", "wider", "undecided", "undecided"]);
    expect(compareTexts(pattern("^a+$"), pattern("^[ae]+$")).relation).toBe("wider");
  });

  it("takes work that grows with a repetition", () => {
    const count = (most: number) => pattern(`^(?:a?[a-z]{1,${most}}-)$`);
    const steps = (most: number) => compareTexts(count(most), count(most + 1)).steps;
    expect(steps(800) / steps(200)).toBeLessThan(5);
  });
});
