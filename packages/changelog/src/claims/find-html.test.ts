import { expectLinear } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { findHtml } from "./find-html.js";

const partsOf = (text: string) => findHtml(text).map(({ start, end }) => text.slice(start, end));

describe("findHtml", () => {
  it.each([
    ["within a line", "a <!-- b --> c", ["<!-- b -->"]],
    ["over lines of a paragraph", "a <!-- b\nc --> d", ["<!-- b\nc -->"]],
    ["over blank lines, where it begins a line", "  <!-- b\n\nc --> d", ["<!-- b\n\nc -->"]],
    ["to the end, where it begins a line", "a\n\n<!-- b\n\nc", ["<!-- b\n\nc"]],
    ["several", "<!--a--><!--b-->", ["<!--a-->", "<!--b-->"]],
    ["behind code", "`a` <!-- b -->", ["<!-- b -->"]],
    ["behind a mark of code that is none", "a ` b\n\n<!-- c --> ` d", ["<!-- c -->"]],
    ["with marks of code in it", "<!-- ` --> `<!-- a -->`", ["<!-- ` -->"]],
    ["beside tags", "<b>a</b> <!-- c --> <a href='d'>", ["<b>", "</b>", "<!-- c -->", "<a href='d'>"]],
    ["behind a backslash that is escaped", "\\\\<!-- a -->", ["<!-- a -->"]],
  ])("finds comments %s", (_, text, comments) => {
    expect(partsOf(text)).toEqual(comments);
  });

  it.each([
    ["code", "`<!-- a -->`"],
    ["code with two marks", "``<!-- ` -->``"],
    ["code whose first mark follows an escaped one", "\\``<!-- a -->`"],
    ["escaped", "\\<!-- a --> \\<b>"],
    ["no tag that a reader would not see", "a <b, c> <1> < b>"],
    ["a tag in code", "`List<b>`"],
    ["not closed, within a line", "a <!-- b\nc"],
    ["closed behind the heading that it is in", "# a <!-- b\nc -->"],
    ["closed behind the item that it is in", "- <!-- a\nb -->"],
    ["closed behind the item whose line it begins", "- a\n  <!-- b\nc -->"],
    ["closed behind the quotation that it is in", "> <!-- a\n\nb -->"],
    ["not closed in an item", "- a\n\n  <!-- b\n\nc"],
    ["closed in another paragraph, within a line", "a <!-- b\r\n\r\nc -->"],
  ])("finds none where it is %s", (_, text) => {
    expect(partsOf(text)).toEqual([]);
  });

  it.each([
    "<!--",
    "a <!-- ",
    "`",
    "`a``",
    "-->",
    "\n\n<!-- a",
    "\\<!--",
    "- a\n",
    "  <!-- a\n",
    "- <!-- a\n",
    "> ",
    "# a <!--\n",
    "<a ",
    "<a b=\" c=' ",
    "<a b = ",
  ])("takes time by the length of %j", (part) => {
    expectLinear((size) => findHtml(`- a\n${part.repeat(size)}\nb -->`), { size: 50_000 });
  });
});
