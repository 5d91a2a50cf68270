import { expect, it } from "vitest";
import { FACTS_END, factsStart } from "../facts-block.js";
import { findFactsBlocks } from "../find-facts-blocks.js";
import { listEntries } from "./list-entries.js";

const facts = (revision: string) => `${factsStart("events", revision)}\n- a fact\n${FACTS_END}`;

function entriesOf(text: string) {
  const { blocks } = findFactsBlocks({ file: "", text });
  return listEntries(text, { start: 0, end: text.length, blocks, isList: false }).map((entry) => [
    entry.text.trim(),
    entry.blocks.map(({ revision }) => revision),
  ]);
}

it("takes prose for that of the facts behind it, and prose that no facts follow for that of all", () => {
  const text = `First.\n\n${facts("1")}\n\nSecond.\n\n${facts("2")}\n\nLast.\n\n## Next\n\nElse.\n`;
  expect(entriesOf(text)).toEqual([
    ["First.", ["1"]],
    ["Second.", ["2"]],
    ["Last.", []],
    ["Else.", []],
  ]);
});
