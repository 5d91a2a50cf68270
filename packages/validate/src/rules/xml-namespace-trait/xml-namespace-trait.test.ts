import { createModel } from "@shapelog/model";
import { expect, it } from "vitest";
import { validateModel } from "../../validate-model.js";
import { xmlNamespaceTrait } from "./xml-namespace-trait.js";

function isRefused(uri: string): boolean {
  const shape = { kind: "string", id: "a#Name", traits: { "smithy.api#xmlNamespace": { uri } } } as const;
  const options = { model: createModel([shape]), definitions: createModel([]), rules: [xmlNamespaceTrait] };
  return validateModel(options).events.length > 0;
}

it.each([
  "",
  "https://example.com/doc/2006-03-01/",
  "urn:example:a",
  "a/b:c",
  "?a:b",
  "#top",
  "https://example.com/é%20",
])("takes %j", (uri) => {
  expect(isRefused(uri)).toBe(false);
});

it.each([
  "https:// example.com/",
  "https://example.com/<a>",
  "https://example.com/%zz",
  "https:",
  ":a",
  "1a:b",
  "a#b#c",
  "a\nb",
  "a\u2028b",
  "a\ud800",
])("refuses %j", (uri) => {
  expect(isRefused(uri)).toBe(true);
});
