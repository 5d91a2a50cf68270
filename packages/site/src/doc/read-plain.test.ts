import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, it } from "vitest";
import { DocView } from "./doc-view.js";
import { printQuote } from "./print-markdown.js";
import { readPlain } from "./read-plain.js";

const htmlOf = (text: string) => renderToString(h(DocView, { doc: readPlain(text) }));

it("plain text has paragraphs and line breaks, and nothing else", () => {
  expect(htmlOf("One\ntwo.\n\n\n  Three.\n")).toBe('<div class="doc"><p>One<br/>two.</p><p>Three.</p></div>');
  expect(readPlain(" \n").blocks).toEqual([]);
});

it.each([
  "<script>alert(1)</script>",
  "<b>a</b> &amp; b",
  "**a** `b` [c](https://example.com/)",
  "# a",
  "- a",
  "    code",
])("shows %j as it is", (text) => {
  const shown = htmlOf(text)
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
  expect(shown).toBe(text.trim());
});

it("stays a quotation as Markdown", () => {
  expect(printQuote(readPlain("a\n\n# b\n> c"))).toBe("> a\n>\n> \\# b\\\n> \\> c");
});
