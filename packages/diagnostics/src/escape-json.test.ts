import { expect, it } from "vitest";
import { stringifyJson } from "./escape-json.js";

it.each([
  "\u007f\u0085\u009b",
  "a\u2028\u2029b",
  "\u202e\u2066\u061c",
  "\ufeff\uffff\ud800",
  "##[error] ##vso[x] ###[y",
  "\\##[a]",
  "👨‍👩‍👧 日本",
])("prints %j as ASCII where it would act, and it reads as the same", (value) => {
  const json = stringifyJson({ [value]: [value] }, 2);
  expect(JSON.parse(json)).toEqual({ [value]: [value] });
  expect(json).not.toMatch(/[\u007f-\u009f\u2028-\u202e\u2066\u061c\ufeff\uffff]|##[a-z]*\[/);
});
