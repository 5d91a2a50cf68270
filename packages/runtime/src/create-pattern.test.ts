import { expect, it } from "vitest";
import { createPattern } from "./create-pattern.js";

it("tests texts as its regular expression does, each time, and prints as it does", () => {
  const pattern = createPattern("^[\\p{L}/]+$", "u");
  expect(["é/a", "é/a", "1", ""].map((text) => pattern.test(text))).toEqual([true, true, false, false]);
  expect(String(pattern)).toBe("/^[\\p{L}/]+$/u");
});
