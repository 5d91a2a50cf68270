import { expect, it } from "vitest";
import { makeTexts } from "./make-texts.mjs";

it.each([
  "^([^\\u0000-\\u007F]|[-_ a-zA-Z0-9])+$",
  "(?!aws:)[a-zA-Z+-=._:/]+",
  "arn:(aws|aws-cn):[a-z]{1,3}:\\d{12}",
  "[\\s\\S]{1,20}",
  "[\\]a-c]x?|\\w*\\.\\x41",
])("makes many texts that %s takes", (pattern) => {
  const texts = makeTexts(pattern, { count: 200, seed: 1, longest: 400 });
  const taken = texts.filter((text) => new RegExp(`^(?:${pattern})$`, "u").test(text));
  expect(taken.length).toBeGreaterThan(texts.length * 0.9);
  expect(texts.length).toBeGreaterThan(10);
});
