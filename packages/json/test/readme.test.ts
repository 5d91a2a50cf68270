import { expect, it } from "vitest";
import { offsetOfPointer, readJson } from "../src/index.js";

it("does what the README shows", () => {
  const text = '{"shapes": {"example#A": {"type": "string",}}}';
  const { value, diagnostics } = readJson({ file: "model.json", text });
  expect(value).toBeUndefined();
  expect(diagnostics[0]!.message).toBe('The text is not JSON: a comma before "}".');
  expect(diagnostics[0]!.location).toEqual({ file: "model.json", offset: 42 });
  expect(offsetOfPointer('{"a": [1, 2]}', "/a/1")).toBe(10);
});
