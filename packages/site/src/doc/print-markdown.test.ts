import MarkdownIt from "markdown-it";
import { expect, it } from "vitest";
import type { Block } from "./doc.js";
import { printDoc, printDocAfter } from "./print-markdown.js";

const IMAGE = "![x](https://example.com/)";
const markdown = new MarkdownIt({ html: true });
const pre: Block = { kind: "pre", text: IMAGE };
const words: Block = { kind: "paragraph", content: [{ kind: "text", text: "a" }] };
const gap: Block = { kind: "pre", text: `a\n\n${IMAGE}` };

it.each<[string, readonly Block[]]>([
  ["after a list", [{ kind: "bullets", items: [[words]] }, pre]],
  ["in a note", [{ kind: "note", label: "Note", blocks: [pre] }]],
  ["in a quote, after an empty line", [{ kind: "quote", blocks: [gap] }]],
  ["in a table", [{ kind: "table", rows: [[[pre]]] }]],
  ["in the tenth item", [{ kind: "numbers", items: [...Array(9).fill([words]), [gap]] }]],
  ["with a fence of its own", [{ kind: "pre", text: `\`\`\`\n${IMAGE}` }]],
])("code %s is code", (_, blocks) => {
  const shown = markdown.render(printDoc({ kind: "doc", blocks }));
  expect(shown).not.toContain("<img");
  expect(shown).toContain(IMAGE);
});

it("code after words on a line is code", () => {
  const shown = markdown.render(`- a${printDocAfter({ kind: "doc", blocks: [gap] }, "  ")}`);
  expect(shown).not.toContain("<img");
});
