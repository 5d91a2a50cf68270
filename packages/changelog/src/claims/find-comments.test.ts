import { expectLinear } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { findComments } from "./find-comments.js";

const commentsOf = (text: string) => findComments(text).map(({ start, end }) => text.slice(start, end));

describe("findComments", () => {
  it.each([
    ["within a line", "a <!-- b --> c", ["<!-- b -->"]],
    ["over lines of a paragraph", "a <!-- b\nc --> d", ["<!-- b\nc -->"]],
    ["over blank lines, where it begins a line", "  <!-- b\n\nc --> d", ["<!-- b\n\nc -->"]],
    ["to the end, where it begins a line", "a\n\n<!-- b\n\nc", ["<!-- b\n\nc"]],
    ["several", "<!--a--><!--b-->", ["<!--a-->", "<!--b-->"]],
    ["behind code", "`a` <!-- b -->", ["<!-- b -->"]],
    ["behind a mark of code that is none", "a ` b\n\n<!-- c --> ` d", ["<!-- c -->"]],
    ["with marks of code in it", "<!-- ` --> `<!-- a -->`", ["<!-- ` -->"]],
    ["behind a backslash that is escaped", "\\\\<!-- a -->", ["<!-- a -->"]],
  ])("finds comments %s", (_, text, comments) => {
    expect(commentsOf(text)).toEqual(comments);
  });

  it.each([
    ["code", "`<!-- a -->`"],
    ["code with two marks", "``<!-- ` -->``"],
    ["code whose first mark follows an escaped one", "\\``<!-- a -->`"],
    ["escaped", "\\<!-- a -->"],
    ["not closed, within a line", "a <!-- b\nc"],
    ["closed in another paragraph, within a line", "a <!-- b\r\n\r\nc -->"],
  ])("finds none where it is %s", (_, text) => {
    expect(commentsOf(text)).toEqual([]);
  });

  it.each(["<!--", "a <!-- ", "`", "`a``", "-->", "\n\n<!-- a", "\\<!--"])(
    "takes time by the length of %j",
    (part) => {
      expectLinear((size) => findComments(part.repeat(size)), { size: 100_000 });
    },
  );
});
