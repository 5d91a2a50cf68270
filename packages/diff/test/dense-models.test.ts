import { denseModel } from "@shapelog/testing/dense-model";
import { expectLinear } from "@shapelog/testing/expect-linear";
import { describe, expect, it } from "vitest";
import { createAwsDelta } from "../src/aws/delta.js";
import { printAwsPage } from "../src/aws/page.js";
import { type Comparison, compareModels, withOwnOperations } from "../src/comparison.js";
import { createEntries } from "../src/create-entries.js";
import { printComparisonSmithy } from "../src/smithy/print-smithy.js";
import { printComparisonGithub } from "../src/views/github.js";
import { printComparisonHtml } from "../src/views/html.js";
import { printComparisonJson } from "../src/views/json.js";
import { printComparisonMarkdown } from "../src/views/markdown.js";
import { printComparisonSarif } from "../src/views/sarif.js";
import { printComparisonText } from "../src/views/text.js";

/** Compares models in which ten structures gain a member, and which have more paths than anybody can follow. */
function compareDense(structures: number): Comparison {
  const size = { structures, references: 5, operations: Math.ceil(structures / 10) };
  return compareModels(
    { label: "before", model: denseModel(size) },
    { label: "after", model: denseModel({ ...size, added: 10 }) },
  );
}

const VIEWS: readonly (readonly [string, (comparison: Comparison) => string])[] = [
  ["text", (comparison) => printComparisonText(comparison)],
  ["json", printComparisonJson],
  ["markdown", (comparison) => printComparisonMarkdown(comparison)],
  ["html", printComparisonHtml],
  ["sarif", (comparison) => printComparisonSarif(comparison)],
  ["github", (comparison) => printComparisonGithub(comparison)],
  ["smithy", (comparison) => printComparisonSmithy(comparison)],
  ["aws", ({ before, after }) => printAwsPage(createAwsDelta(before.model, after.model), after.model)],
];

describe("models with more paths than anybody can follow", () => {
  it.each(VIEWS)("take the %s view time in step with their size", (_, print) => {
    expectLinear((size) => print(compareDense(size)), { size: 480 });
  });

  const comparison = compareDense(250);

  it("are told by their shortest paths, and that there are at least so many more", () => {
    const text = printComparisonText(comparison, { all: true });
    const [first = ""] = text.match(/^ {2}Safe {3}.*\n(?: {4}a.*\n)+/m) ?? [];
    const lengths = [...first.matchAll(/^ {4}a\S*$/gm)].map(([path]) => path.split(".").length);
    expect(lengths).toHaveLength(6);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    expect(text).toMatch(/… and at least \d+ more places/);
    expect(printComparisonHtml(comparison)).toMatch(/and at least \d+ more/);
    expect(printComparisonJson(comparison)).toMatch(/"places": \{\s*"count": \d+,\s*"exact": false\s*\}/);
  });

  it("are told for each operation that they reach", () => {
    for (const { findings, operations, places } of createEntries(comparison)) {
      expect(places.exact).toBe(false);
      for (const { positions } of findings)
        expect(new Set(positions.map(({ operation }) => operation))).toEqual(new Set(operations));
    }
  });

  it("are told with the reader's own operations first", () => {
    const own = ["dense#Op1", "dense#Op2"];
    const text = printComparisonHtml(withOwnOperations(comparison, own));
    expect(text).toContain("not yours: ");
    expect(text).toMatch(/(at least \d+|maybe) more/);
  });
});
