import { describe, expect, it } from "vitest";
import { maskProse } from "./mask-prose.js";

describe("maskProse", () => {
  it.each([
    ["blocks of code", "a\n```\nb\n```\nc", "a\n   \n \n   \nc"],
    ["comments", "a <!-- b --> c", "a            c"],
    ["tags and what vendors mark as code", "<p>a <code>B</code></p>", "   a      `B`          "],
    ["addresses", "[a](https://b.c/d) https://e.f", "[a                               "],
  ])("blanks %s, so that each word stands where it stood", (_, markdown, text) => {
    expect(maskProse(markdown).text.trimEnd()).toBe(text.trimEnd());
  });

  it.each(["`<!--` Success", "\\<!-- Success", "a <!-- Success", "a `<!--` Success `-->`"])(
    "leaves the words that readers see: %s",
    (markdown) => {
      expect(maskProse(markdown).text).toContain("Success");
    },
  );

  it.each([
    ["a line of code with three marks", "```a``` b\n\nSuccess"],
    ["a block of code in an item that ended", "- a\n  ```\n  b\n\nSuccess"],
    ["a block of code whose end says nothing more", "```\na\n``` b\n```\nSuccess"],
    ["less-than signs", "a <b, Success> c"],
    ["code of a generic type", "`List<Success>`"],
  ])("leaves what stands behind or in %s", (_, markdown) => {
    expect(maskProse(markdown).text).toContain("Success");
  });

  it.each([
    ["in an item of a list", "10. a\n\n    ```\n    Success\n    ```\n"],
    ["that is not closed", "```\n\nSuccess"],
    ["with a longer fence", "````\n```\nSuccess\n````"],
  ])("blanks a block of code %s", (_, markdown) => {
    expect(maskProse(markdown).text).not.toContain("Success");
  });

  it("reads what lets a claim through from comments alone", () => {
    const waiver = "<!-- shapelog:waive Success because it is so -->";
    expect(maskProse(`a ${waiver}`).waivers).toEqual([
      { name: "Success", reason: "it is so", start: 2, end: 2 + waiver.length },
    ]);
    expect(maskProse(`\`${waiver}\``).waivers).toEqual([]);
  });
});
