import { expectLinear } from "@shapelog/testing/expect-linear";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentationText } from "./documentation-text.js";

describe("lines that mean something", () => {
  it.each([
    [
      "an indented code block keeps its own indent",
      "A:\n\n    if x:\n        y\n\n    z\n\nB",
      "A:\n\n    if x:\n        y\n\n    z\n\nB",
    ],
    ["two spaces at the end of a line break it", "one  \ntwo  \n\nthree  ", "one\\\ntwo\n\nthree"],
    ["lines that continue a paragraph have no indent", "one\n    two", "one\ntwo"],
    ["lines of a list's item are no code", "- one\n\n    two\n\nthree", "- one\n\n    two\n\nthree"],
    [
      "preformatted text is a block with its lines",
      "<p>A</p><pre><code>if &lt;x&gt;:\n    <b>y</b>   z\n</code></pre><p>B</p>",
      "A\n\n```\nif <x>:\n    y   z\n```\n\nB",
    ],
    ["preformatted text without an end ends", "<pre>a\n b", "```\na\n b\n```"],
    ["backticks do not end preformatted text", "<pre>```\n</script></pre>", "````\n```\n````"],
    ["preformatted text may say nothing", "a<pre> \n </pre>b", "a\n\nb"],
  ])("%s", (_, doc, text) => {
    expect(documentationText(doc)).toBe(text);
  });
});

describe("documentationText", () => {
  it.each([
    ["a paragraph", "<p>One\n     two.</p>", "One two."],
    ["paragraphs", "<p>One.</p><p>Two.</p>", "One.\n\nTwo."],
    ["paragraphs that do not end", "<p>One.<p>Two.", "One.\n\nTwo."],
    ["code", "Set <code>A  b</code>.", "Set `A b`."],
    ["code with backticks", "<code>a`b</code>", "``a`b``"],
    ["emphasis", "<i>a</i> <b> b </b><em></em>", "*a* **b**"],
    ["emphasis that crosses", "<b>a <i>b</b> c</i> d", "**a *b*** c d"],
    ["emphasis that does not end", "<p>a <b>b</p><p>c</p>", "a **b**\n\nc"],
    ["links", '<a href="https://a.b/c?d=1&amp;e=(2)">x\n y</a>', "[x y](https://a.b/c?d=1&e=%282%29)"],
    ["links with code", '<a href="https://a.b"><code>x</code></a>', "[`x`](https://a.b)"],
    ["mail addresses", "<a href='mailto:a@b.c'>x</a>", "[x](mailto:a@b.c)"],
    ["links to nowhere safe as text", '<a href="javascript:alert(1)">x</a><a>y</a>', "xy"],
    ["lists", "<p>a</p><ul><li>b</li><li><p>c</p></li></ul>d", "a\n\n- b\n- c\n\nd"],
    ["lists that do not end", "<ul><li>a<li>b", "- a\n- b"],
    ["numbered lists", "<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"],
    ["lists in lists", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"],
    ["items of several paragraphs", "<ul><li><p>a</p><p>b</p></li></ul>", "- a\n\n  b"],
    ["definitions", "<dl><dt>a</dt><dd>b</dd></dl>", "- a\n\n  b"],
    ["notes", "<note><p>a</p></note><important>b</important>", "**Note:** a\n\n**Important:** b"],
    ["notes with lists", "<note><ul><li>a</li></ul></note>", "**Note:**\n\n- a"],
    ["entities", "&lt;a&gt; &amp;lt; &eacute; &#x41;", "\\<a> \\&lt; é A"],
    ["tags that HTML does not have", "i-<instance-id>/</x>", "i-\\<instance-id>/\\</x>"],
    ["less-than signs", "1 < 2 <= 3", "1 < 2 <= 3"],
    ["scripts, styles and comments", "a<script>b</script><style>c</style><!-- d -->e", "ae"],
    ["tags made of tags", "<scr<script>ipt>alert(1)</script>", "\\<scr"],
    ["images", '<img src="x" onerror="alert(1)">', ""],
    ["what only looks like a list", "<p>- a</p>", "\\- a"],
    ["CommonMark", "# A\n\nb *c*\n   d\n\n- e\n- f", "# A\n\nb *c*\nd\n\n- e\n- f"],
    ["code spans of CommonMark", "`<b>x</b>` and ``a`b``", "`<b>x</b>` and ``a`b``"],
    ["fences of CommonMark", "a\n\n```js\n<b> `c`\n```\nd", "a\n\n```js\n<b> `c`\n```\n\nd"],
    ["fences that do not end", "~~~\na", "```\na\n```"],
    ["safe links of CommonMark", "[a](https://b.c)", "[a](https://b.c)"],
    [
      "unsafe links of CommonMark as text",
      "[a](javascript:b) [c](data:d)",
      "[a\\](javascript:b) [c\\](data:d)",
    ],
    ["unsafe link definitions as text", "[a]: javascript:b", "[a\\]: javascript:b"],
    ["tags put together from pieces", "<<span>script>&lt<i>b</i>;", "\\<script>\\<*b*;"],
    ["a backslash before a tag", "\\&lt;b> \\\\&lt;b>", "\\\\\\<b> \\\\\\\\\\<b>"],
    ["links put together from pieces", "[a]<span>(javascript:b)</span>", "[a\\](javascript:b)"],
    ["autolinks", "<https://a.b> <javascript:c>", "https://a.b \\<javascript:c>"],
    ["lone backticks", "<p>a ` b</p><p>c ` <b>d</b></p>", "a \\` b\n\nc \\` **d**"],
    ["controls and direction overrides", "a\u0000b\u202ec\u2028d\ud800", "a b c\nd\ufffd"],
    ["nothing", "<p>  </p>", ""],
  ])("writes %s", (_, doc, text) => {
    expect(documentationText(doc)).toBe(text);
  });

  it("keeps code spans apart that touch, so that neither opens the other", () => {
    expect(documentationText("<code>a</code><code>b</code>")).toBe("`a` `b`");
    expect(documentationText("`<b>`<code>``")).toBe("`<b>` ``` `` ```");
  });

  it("leaves no tag and no unsafe link outside code, whatever the text", () => {
    const pieces = [
      "<",
      ">",
      "</",
      "<b>",
      "</b>",
      "<p>",
      "<ul>",
      "<li>",
      "</ul>",
      '<a href="',
      '">',
      "</a>",
      "<code>",
    ];
    const more = [
      "</code>",
      "`",
      "``",
      "\\",
      "[x]",
      "](",
      "(javascript:1)",
      "script",
      "&lt;",
      "&amp;",
      "\n",
      " ",
      "~~~\n",
    ];
    const doc = fc
      .array(fc.constantFrom(...pieces, ...more), { maxLength: 30 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(doc, (text) => {
        // A fence's first line has no backtick behind the fence (CommonMark, "Fenced code blocks").
        const outside = documentationText(text)
          .replace(/^ *(`{3,})[^`\n]*\n[\s\S]*?^ *\1$/gm, "·")
          .replace(/\\[\s\S]|(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "·");
        expect(outside).not.toMatch(/<[a-z/!?]/i);
        expect(outside).not.toMatch(/\]\((?!https?:|mailto:)/);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    "<",
    "<a ",
    "<a href='",
    '<a "x"',
    "<aaaa:",
    "<!--",
    "<b><i>",
    "<ul><li>",
    "<code>",
    "<script>",
    "`",
    "` ",
    "```\n",
    "~~~\n``` ",
    "&amp",
    "](",
    "[a]:",
    "\n",
    " ",
    "- ",
    "@a {",
  ])("takes time that grows with the length: %j", (piece) => {
    expectLinear((size) => documentationText(piece.repeat(size / piece.length)), { size: 200_000 });
  });
});
