import { runInNewContext } from "node:vm";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { docComment } from "./doc-comment.js";

describe("docComment", () => {
  it.each([
    ["nothing", {}, ""],
    ["one line", { text: "<p>One.</p>" }, "/** One. */\n"],
    ["a tag alone", { tags: [["@since", "2022-08-18"]] as const }, "/** @since 2022-08-18 */\n"],
    [
      "text and a tag",
      { text: "One.", tags: [["@see", "a#b"]] as const },
      "/**\n * One.\n *\n * @see a#b\n */\n",
    ],
    ["the end of a comment", { text: "a */ b" }, "/** a *\\/ b */\n"],
    [
      "braces and at-signs",
      { text: "{@link x} y @since z a@b.c" },
      "/** \\{@link x\\} y \\@since z a@b.c */\n",
    ],
    ["code spans as they are", { text: "`{@x}` and ``a`@b``" }, "/** `{@x}` and ``a`@b`` */\n"],
    [
      "a tag's text on one line",
      { tags: [["@deprecated", "a\n@since */ {b}"]] as const },
      "/** @deprecated a \\@since *\\/ \\{b\\} */\n",
    ],
    ["fenced code", { text: "```ts\n@a {b} */\n```" }, "/**\n * ```ts\n * \\@a {b} *\\/\n * ```\n */\n"],
  ])("prints %s", (_, doc, printed) => {
    expect(docComment(doc)).toBe(printed);
  });

  it("wraps lines at 110 columns, list items under their text", () => {
    const printed = docComment({ text: `<ul><li>${"word ".repeat(60)}</li></ul>` }, "    ");
    const lines = printed.split("\n").slice(1, -2);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110);
    expect(lines[0]).toMatch(/^ {4} \* - word/);
    expect(lines.slice(1).every((line) => /^ {4} \* {3}word/.test(line))).toBe(true);
  });

  it("never starts a line with what would be a list, a heading or a tag", () => {
    for (const word of ["- x", "1. x", "# x", "+ x", "@x y", "> x"]) {
      const lines = docComment({ text: `<p>${`lorem ${word} `.repeat(60)}</p>` })
        .split("\n")
        .slice(1, -2);
      expect(lines.filter((line) => /^ \* (?:[-+#>@]|\\@|\d+\.)/.test(line))).toEqual([]);
    }
  });

  it("is a comment whatever the text", () => {
    const part = fc.constantFrom(
      "*/",
      "/*",
      "*",
      "/",
      "\\",
      "`",
      "```\n",
      "\n",
      "@x",
      "\u0024{1}",
      "<b>",
      " ",
      "alert(1)",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(part, { maxLength: 40 }).map((it) => it.join("")),
    );
    fc.assert(
      fc.property(text, text, (doc, tag) => {
        const comment = docComment({ text: doc, tags: [["@see", tag]] });
        expect(runInNewContext(`${comment}\n42`)).toBe(42);
        expect(comment.slice(0, -3).includes("*/")).toBe(false);
      }),
    );
  });
});
