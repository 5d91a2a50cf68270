import { createModel } from "@shapelog/model";
import { expect, it } from "vitest";
import { validateModel } from "../../validate-model.js";
import { mediaType } from "./media-type.js";

function isRefused(value: string): boolean {
  const shape = { kind: "blob", id: "a#Picture", traits: { "smithy.api#mediaType": value } } as const;
  const options = { model: createModel([shape]), definitions: createModel([]), rules: [mediaType] };
  return validateModel(options).events.length > 0;
}

it.each([
  "text/plain",
  "application/vnd.example+json",
  "text/plain;charset=utf-8",
  'text/plain ; charset="utf-8; \\" x" ; a=b',
  "text/plain\t",
])("takes %j", (value) => {
  expect(isRefused(value)).toBe(false);
});

it.each([
  "",
  "text",
  "text/",
  "/plain",
  "text/plain;",
  "text/plain;charset",
  "text/plain;charset=",
  'text/plain;charset="utf-8',
  "text/plain charset=utf-8",
  "tëxt/plain",
  `text/plain;a="${"\\a".repeat(100_000)}`,
])("refuses %j", (value) => {
  expect(isRefused(value)).toBe(true);
});
