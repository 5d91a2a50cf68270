import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { DocView } from "./doc-view.js";
import { markdownCode, markdownText, printDoc, printMessage, summarizeDoc } from "./print-markdown.js";
import { readDoc } from "./read-doc.js";

function htmlOf(text: string): string {
  return renderToString(h(DocView, { doc: readDoc(text) })).replace(/^<div class="doc">|<\/div>$/g, "");
}

const SHOWN: readonly (readonly [why: string, text: string, html: string])[] = [
  ["CommonMark", "Use `a` and **b**.", "<p>Use <code>a</code> and <strong>b</strong>.</p>"],
  ["HTML", "<p>Use <code>a</code> and <b>b</b>.</p>", "<p>Use <code>a</code> and <strong>b</strong>.</p>"],
  ["lists", "<ul><li><p>one</p></li><li>two</li></ul>", "<ul><li>one</li><li>two</li></ul>"],
  [
    "notes",
    "<note><p>Mind this.</p></note>",
    '<div class="callout"><p class="callout-label">Note</p><p>Mind this.</p></div>',
  ],
  [
    "web links",
    '<a href="https://example.com/?a=1&amp;b=2">there</a>',
    '<p><a href="https://example.com/?a=1&amp;b=2" rel="nofollow noreferrer">there</a></p>',
  ],
  ["headings, which would upset the page's own", "# Big", "<p><strong>Big</strong></p>"],
  ["paragraphs that are not closed", "<p>a<p>b", "<p>a</p><p>b</p>"],
  ["links to nowhere as text", '<a href="API_x.html">x</a>', "<p>x</p>"],
  ["text of elements it does not know", "<zonbook><blink>x</blink></zonbook>", "<p>x</p>"],
  ["nothing as nothing", " \n ", ""],
];

const INERT: readonly (readonly [why: string, text: string, html: string])[] = [
  ["a script", "a<script>alert(1)</script>b", "<p>ab</p>"],
  ["a script in capitals", "a <SCRIPT>alert(1)</SCRIPT> b", "<p>a b</p>"],
  ["an event handler", '<p onclick="alert(1)">a</p>', "<p>a</p>"],
  ["an image that fails", "<img src=x onerror=alert(1) alt=A>", "<p>A</p>"],
  ["a javascript link", '<a href="javascript:alert(1)">a</a>', "<p>a</p>"],
  ["a javascript link in disguise", '<a href="java\tscript:alert(1)">a</a>', "<p>a</p>"],
  ["a javascript link of Markdown", "[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>"],
  ["a data link", '<a href="data:text/html,x">a</a>', "<p>a</p>"],
  ["a link that hides its host", '<a href="https://aws.example@evil.example/">a</a>', "<p>a</p>"],
  ["a style", "a<style>*{display:none}</style><p style='x'>b</p>", "<p>a</p><p>b</p>"],
  ["foreign content", "<svg><script>alert(1)</script></svg><math><mi>x</mi></math>a", "<p>a</p>"],
  [
    "an entity that becomes markup",
    "&lt;img src=x onerror=alert(1)&gt;",
    "<p>&lt;img src=x onerror=alert(1)></p>",
  ],
  ["a bidirectional override", "a\u202eb", "<p>ab</p>"],
  ["a frame", '<iframe src="https://evil.example"></iframe>a', "<p>a</p>"],
];

describe("readDoc", () => {
  it.each(SHOWN)("shows %s", (_why, text, html) => {
    expect(htmlOf(text)).toBe(html);
  });

  it.each(INERT)("makes inert: %s", (_why, text, html) => {
    expect(htmlOf(text)).toBe(html);
  });

  it("reads a text nested deeper than any stack", () => {
    const deep = `${"<ul><li>".repeat(5000)}deep`;
    expect(htmlOf(deep)).toContain("deep");
    expect(htmlOf(`${"<b>".repeat(5000)}deep`)).toContain("deep");
    expect(htmlOf(`${">".repeat(60)} deep`)).toContain("deep");
  });
});

describe("Markdown", () => {
  it("shows text as it is, whatever it holds", () => {
    expect(markdownText("a <b> [c](d) *e* `f` | # g")).toBe("a \\<b\\> \\[c\\](d) \\*e\\* \\`f\\` \\| \\# g");
    expect(markdownText("- a")).toBe("\\- a");
    expect(markdownText("1. a")).toBe("1\\. a");
    expect(markdownText("1.27.55")).toBe("1.27.55");
    expect(markdownText("a\n\n# b")).toBe("a \\# b");
  });

  it("fences code with more backticks than it holds", () => {
    expect(markdownCode("a")).toBe("`a`");
    expect(markdownCode("a`b")).toBe("`` a`b ``");
    expect(printMessage("`` a`b `` is new")).toBe("`` a`b `` is new");
  });

  it("keeps links, lists and notes of a text", () => {
    const text = '<p>See <a href="https://example.com/">it</a>.</p><ul><li>a</li></ul><note><p>b</p></note>';
    expect(printDoc(readDoc(text))).toBe("See [it](<https://example.com/>).\n\n- a\n\n> Note: b");
  });

  it("gives the first paragraph as a summary, cut after a word", () => {
    expect(summarizeDoc(readDoc("<p>One <b>two</b> three.</p><p>Four.</p>"))).toBe("One two three.");
    expect(summarizeDoc(readDoc("one two three four"), 10)).toBe("one two…");
    expect(summarizeDoc(readDoc(""))).toBeUndefined();
  });
});
