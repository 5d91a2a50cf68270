import { expectLinear } from "@shapelog/testing";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { maskProse } from "./claims/mask-prose.js";
import { quoteNote } from "./quote-note.js";

const markdown = new MarkdownIt({ html: true });

/** Returns the kinds of HTML that a note has as Markdown. */
function htmlOf(note: string): readonly string[] {
  const tokens = markdown.parse(quoteNote(note), {});
  return [...tokens, ...tokens.flatMap(({ children }) => children ?? [])].flatMap(({ type, content }) =>
    type.startsWith("html") ? [content.trim()] : [],
  );
}

describe("quoteNote", () => {
  it.each([
    "<b>a</b>",
    "\\<b>a",
    "\\\\<b>a",
    "\\\\\\<b>a",
    "a ` <b>",
    "<!-- a -->",
    "\\<!-- a -->",
    "<!-- shapelog:waive a because <b> -->",
    "<script>a</script>",
    "<?php a ?>",
    "<!DOCTYPE a>",
  ])("has no HTML: %s", (note) => {
    expect(htmlOf(note)).toEqual([]);
  });

  it.each(["## 9.9.9", "a\n# b", "- # a", "> ## a", "1. # a", "#", "- ```\n## 9.9.9"])(
    "has no heading that would begin a version: %j",
    (note) => {
      const types = markdown.parse(quoteNote(note), {}).map(({ type }) => type);
      expect(types).not.toContain("heading_open");
    },
  );

  it("keeps what is escaped already as it is", () => {
    expect(quoteNote("\\<b> and <i>")).toBe("\\<b> and \\<i>");
  });

  it("keeps what lets a claim through", () => {
    const note = "`Success` is gone. <!-- shapelog:waive Success because of words of our own -->";
    expect(quoteNote(note)).toBe(note);
    expect(maskProse(quoteNote(note)).waivers.map(({ name }) => name)).toEqual(["Success"]);
  });

  it("keeps what lets a claim through over several lines", () => {
    const note = "`Success` is gone.\n<!-- shapelog:waive Success because\n  of words of our own -->";
    expect(quoteNote(note)).toContain("<!-- shapelog:waive Success because of words of our own -->");
  });

  it.each(["\\", "<", "`", "<!-- shapelog:waive a ", "\\<b"])("takes time by the length of %j", (part) => {
    expectLinear((size) => quoteNote(part.repeat(size)), { size: 50_000 });
  });
});
