import { expectLinear } from "@shapelog/testing";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryPattern, regularOf } from "../test/arbitrary-pattern.js";
import { runTable } from "../test/run-table.js";
import { buildDirectedTable, buildTable, type PatternTable } from "./build-table.js";
import { parsePattern } from "./parse-pattern.js";

const endless = { maxLength: Number.POSITIVE_INFINITY };
const DIRECTIONS = ["forward", "backward"] as const;

const tablesOf = (source: string, maxLength = Number.POSITIVE_INFINITY) =>
  DIRECTIONS.flatMap(
    (direction) => buildDirectedTable(parsePattern(source), { direction, maxLength }).table ?? [],
  );

const arbitraryText = fc.string({
  unit: fc.constantFrom(..."aabbc-_1 \né", "😀", "\ud83d", "\ude00"),
  maxLength: 7,
});

describe("a table", () => {
  it("takes what the regular expression takes, and nothing else, read in either direction", () => {
    const seen = { true: 0, false: 0, forward: 0, backward: 0 };
    fc.assert(
      fc.property(arbitraryPattern, fc.array(arbitraryText, { maxLength: 12 }), (body, texts) => {
        for (const source of [body, `^(?:${body})$`]) {
          const regular = regularOf(source);
          for (const table of tablesOf(source)) {
            seen[table.direction]++;
            for (const text of texts) {
              const expected = regular.test(text);
              seen[`${expected}`]++;
              if (runTable(table, text) !== expected)
                expect.unreachable(`${source} ${table.direction} ${JSON.stringify(text)} is ${expected}`);
            }
          }
        }
      }),
      { numRuns: 1500 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(500);
  });

  it.each([
    ["^(?!aws:).*$", ["aws", "aws:", "xaws:"]],
    ["^(?=.*[a-z])(?=.*\\d)[^ ]{4,8}$", ["abc1", "abcd", "1234", "a b1", "12345678a"]],
    ["(?<=x)a|b$", ["xa", "a", "cb", "bc"]],
    ["^.*\\b[a-f]{3}\\b-.*$", ["abc-", "xabc-", "a abc-d"]],
    ["^(?:(?!--)[a-z-]){1,6}$", ["a-b", "a--b", "abcdefg"]],
    ["^a{2,4}(?:b|ab){0,3}$", ["aa", "aaaab", "aaaaabab", "aaabababab"]],
  ])("is made of %s", (source, texts) => {
    const tables = tablesOf(source);
    expect(tables).not.toEqual([]);
    for (const table of tables)
      for (const text of texts)
        expect([text, runTable(table, text)]).toEqual([text, new RegExp(source, "u").test(text)]);
  });

  it("may count no further than the longest text", () => {
    const [table] = tablesOf("^a{2,50}$", 50) as [PatternTable];
    expect(table.next.length).toBeLessThan(6);
    for (const length of [1, 2, 49, 50]) expect(runTable(table, "a".repeat(length))).toBe(length >= 2);
  });

  it("has as many states as are needed and no more", () => {
    expect(buildTable(parsePattern("^(?:a|aa|aaa)*(?:b|a*b)$"), endless)?.next).toHaveLength(3);
    expect(buildTable(parsePattern("^(?:[a-z]|[0-9])+$|^(?:[a-z0-9])+$"), endless)).toMatchObject({
      next: [{ length: 2 }, { length: 2 }, { length: 2 }],
    });
  });

  it.each(["^(a|b)-\\1$", "(?<=ab*)c(?=ab*d)", "^.*a.{14}b.{14}c.*(?=x.*y.{14}z)"])(
    "is not made of %s",
    (source) => {
      expect(buildTable(parsePattern(source), endless)).toBeUndefined();
    },
  );

  it("takes work that grows with a repetition", () => {
    expectLinear((count) => buildTable(parsePattern(`^(?:[a-z]{1,${count}}-?)+.*x$`), endless), {
      size: 400,
    });
  });
});
