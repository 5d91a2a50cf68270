import { describe, expect, it } from "vitest";
import { printable, printableLines } from "./printable.js";

describe("printable", () => {
  it.each([
    [
      "letters, marks and emoji",
      "é e\u0301 日本語 العربية 😀 👍🏽 ❤️ 👨‍👩‍👧 👩🏽‍🚀",
      "é e\u0301 日本語 العربية 😀 👍🏽 ❤️ 👨‍👩‍👧 👩🏽‍🚀",
    ],
    ["controls", "\u0000\u001b[31m\u007f\u009b\t\r", "\\u{0}\\u{1b}[31m\\u{7f}\\u{9b}\\u{9}\\u{d}"],
    ["line breaks", "x\n::error::y\u2028z", "x\\n::error::y\\u{2028}z"],
    ["marks that turn the direction of writing", "a\u202eb\u2066c\u061cd", "a\\u{202e}b\\u{2066}c\\u{61c}d"],
    ["what nobody sees", "a\u200bb\u200dc\u00add\u{e0041}", "a\\u{200b}b\\u{200d}c\\u{ad}d\\u{e0041}"],
    ["halves of characters", "\ud800 \udc00", "\\u{d800} \\u{dc00}"],
    [
      "commands of build services",
      "##[error]x ##VSO[a]b ##teamcity[c",
      "#\\u{23}[error]x #\\u{23}VSO[a]b #\\u{23}teamcity[c",
    ],
    ["nothing of a heading, an id or an address", "## [x] a#b arn:aws:s3:::c", "## [x] a#b arn:aws:s3:::c"],
  ])("escapes %s as they have to be", (_, text, expected) => {
    expect(printable(text)).toBe(expected);
    expect(printable(expected)).toBe(expected);
  });

  it("keeps the line feeds of texts of our own layout", () => {
    expect(printableLines("a\u0007\n\nb\r\n")).toBe("a\\u{7}\n\nb\\u{d}\n");
  });
});
