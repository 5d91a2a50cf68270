import { expectLinear } from "@shapelog/testing/expect-linear";
import { describe, expect, it } from "vitest";
import { type DocBlock, readDocText } from "./doc-blocks.js";

const p = (text: string): DocBlock => ({ kind: "paragraph", text });
const ul = (...items: DocBlock[][]): DocBlock => ({ kind: "list", items });

const CASES: readonly [name: string, html: string, lead: string, blocks: readonly DocBlock[]][] = [
  ["text without tags goes on in its line", "The  name\n of it", "The name of it", []],
  ["paragraphs stand by themselves", "<p>One.</p> <p>Two.</p>", "", [p("One."), p("Two.")]],
  [
    "marks vanish",
    "<p>A <b>bold</b>, <i>slanted</i> <code>word</code>, `too`.</p>",
    "",
    [p("A bold, slanted word, too.")],
  ],
  [
    "code and links keep their distance",
    '<p>See<code>A</code> or <a href="x"> B </a>.</p>',
    "",
    [p("See A or B.")],
  ],
  ["unknown tags are text", "<p>a<br/>b <span>c</span></p>", "", [p("ab c")]],
  ["entities are read", "<p>&lt;a&gt; &amp; &#233; &#x1f600; &bogus;</p>", "", [p("<a> & é 😀 &bogus;")]],
  [
    "lists nest",
    "<ul><li><p>One</p><ul><li>Inner</li></ul></li><li>Two</li></ul>",
    "",
    [ul([p("One"), ul([p("Inner")])], [p("Two")])],
  ],
  [
    "a note has its word and ends the list it is in",
    "<ul><li>One<note><p>N</p></note></li><li>Two</li></ul>",
    "",
    [ul([p("One")]), p("Note"), p("N"), ul([p("Two")])],
  ],
  ["a service's full name is left out", "<fullname>Service</fullname><p>Text</p>", "", [p("Text")]],
  ["what is no tag is text", "<p>a < b <- c</p></p></ul></li>", "", [p("a < b <- c")]],
  ["nothing is nothing", "", "", []],
];

describe("readDocText", () => {
  it.each(CASES)("%s", (_, html, lead, blocks) => {
    expect(readDocText(html)).toEqual({ lead, blocks });
  });

  it.each([
    "<a",
    '<a "',
    "<!",
    "<!--",
    "<ul><li>x",
    "x<code>y</code>",
    '<a href="q">y </a>',
    "`a ",
    "<p><b>",
  ])("reads many of %s in time that grows as they do", (piece) => {
    expectLinear((size) => readDocText(piece.repeat(size)), { size: 100_000 });
  });
});
