import { describe, expect, it } from "vitest";
import { beginsAsSmithyJson, isIdl } from "./text-format.js";

describe("isIdl", () => {
  it.each([
    ["a.smithy", "{}", true],
    ["a.json", "namespace a", false],
    ["-", "namespace a", true],
    ["-", "\uFEFF // comment", true],
    ["-", "\uFEFF\n {}", false],
    ["-", " []", false],
    ["-", '"text"', false],
    ["-", " \n", false],
    ["a.smithy", "", true],
  ])("%s with %j: %s", (file, text, expected) => {
    expect(isIdl({ file, text })).toBe(expected);
  });
});

describe("beginsAsSmithyJson", () => {
  it.each([
    ['\uFEFF{ "smithy": "2.0" }', true],
    ['{"smithy": 2}', false],
    ['{"metadata": {}, "smithy": "2.0"}', false],
  ])("%j: %s", (text, expected) => {
    expect(beginsAsSmithyJson(text)).toBe(expected);
  });
});
