import { expect, it } from "vitest";
import { loadModel, printIdl, printSmithyJson } from "../src/index.js";

it("does what the README shows", () => {
  const { model, diagnostics, locate } = loadModel([
    { file: "main.smithy", text: '$version: "2.0"\nnamespace example\nlist Names { member: Name }' },
    { file: "name.json", text: '{"smithy": "2.0", "shapes": {"example#Name": {"type": "string"}}}' },
  ]);
  expect(diagnostics).toEqual([]);
  expect(locate("example#Names$member")).toEqual({ file: "main.smithy", offset: 47 });
  expect(printIdl(model)).toMatch(/^\$version: "2\.0"\n[\s\S]*list Names \{\n/);
  expect(printSmithyJson(model)).toMatch(/^\{\n {2}"smithy": "2\.0",\n/);
});
