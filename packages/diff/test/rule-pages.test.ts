import { readFileSync } from "node:fs";
import { expectPage } from "@shapelog/testing";
import { type Block, readPage } from "@shapelog/testing/page";
import { describe, expect, it } from "vitest";
import { type Finding, RULES } from "../src/index.js";
import { findPage, mirrorsOf, printFacts } from "./find-page.js";
import { findFindings, printFindings } from "./print-findings.js";
import { readExampleModel, readExamples } from "./rule-page.js";

/** What a page's examples give. The first meets the rule, every other is a near miss. */
interface RunExample {
  readonly forward: readonly Finding[];
  readonly backward: readonly Finding[];
  /** What the blocks of findings have to hold. */
  readonly expected: ReadonlyMap<Block, string>;
}

function runExamples(page: string): RunExample[] {
  return readExamples(readPage(page).blocks).map((example) => {
    const [before, after] = [readExampleModel(example.before), readExampleModel(example.after)];
    const forward = findFindings(before, after);
    const backward = findFindings(after, before);
    const expected = new Map([[example.findings, printFindings(forward)]]);
    if (example.reversed) expected.set(example.reversed, printFindings(backward));
    return { forward, backward, expected };
  });
}

function rulesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ rule }) => rule);
}

/** The parts that every page has, in their order. */
const SECTIONS = ["Whom it breaks", "What to do", "Example", "Near miss"];

describe.each(RULES.map((rule) => [rule.id, rule] as const))("the page of %s", (id, rule) => {
  const file = findPage(rule);
  const page = readFileSync(file, "utf8");

  it("says what its examples give", () => {
    const expected = runExamples(page).flatMap((run) => [...run.expected]);
    const texts = new Map(expected.map(([block, text]) => [block.start, text]));
    expectPage(file, (block) => texts.get(block.start));
  });

  it("has an example that meets the rule, whose reverse meets its mirror, and near misses that do not", () => {
    const [meets, ...misses] = runExamples(page);
    expect(rulesOf(meets?.forward ?? [])).toContain(id);
    expect(meets?.expected.size, "the first example shows `findings reversed`").toBe(2);
    const mirrors = mirrorsOf(rule);
    if (mirrors.length > 0) {
      expect(mirrors.some((mirror) => rulesOf(meets?.backward ?? []).includes(mirror))).toBe(true);
    }
    expect(misses.length).toBeGreaterThan(0);
    for (const { forward } of misses) {
      expect(rulesOf(forward)).not.toContain(id);
      expect(rulesOf(forward)).not.toContain("unclassified");
    }
  });

  it("begins with its id and its verdicts, has its sections, and ends with the specification", () => {
    const [title, , facts] = page.split("\n");
    expect([title, facts]).toEqual([`# \`${id}\``, printFacts(rule)]);
    const sections = [...page.matchAll(/^## (.*)$/gm)].map(([, name]) => name);
    expect(sections).toEqual(SECTIONS);
    expect(page).toMatch(/\n\nSee Smithy 2\.0, \[.+\]\(https:\/\/smithy\.io\/2\.0\/.+\)\.\n$/);
  });
});
