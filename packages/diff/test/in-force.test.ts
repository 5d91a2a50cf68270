import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expectPage } from "@shapelog/testing";
import { readPage } from "@shapelog/testing/page";
import { it } from "vitest";
import { findFindings, printFindings } from "./print-findings.js";
import { readExampleModel, readExamples } from "./rule-page.js";

const FILE = fileURLToPath(new URL("in-force.md", import.meta.url));

it("judges what is in force", () => {
  const examples = readExamples(readPage(readFileSync(FILE, "utf8")).blocks);
  const texts = new Map(
    examples.flatMap(({ before, after, findings, reversed }) => {
      const [from, to] = [readExampleModel(before), readExampleModel(after)];
      return [
        [findings.start, printFindings(findFindings(from, to))] as const,
        ...(reversed ? [[reversed.start, printFindings(findFindings(to, from))] as const] : []),
      ];
    }),
  );
  expectPage(FILE, ({ start }) => texts.get(start));
});
