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

  it("reads what lets a claim through from comments alone", () => {
    const waiver = "<!-- shapelog:waive Success because it is so -->";
    expect(maskProse(`a ${waiver}`).waivers).toEqual([
      { name: "Success", reason: "it is so", start: 2, end: 2 + waiver.length },
    ]);
    expect(maskProse(`\`${waiver}\``).waivers).toEqual([]);
  });
});
