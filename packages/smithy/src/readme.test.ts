import { expect, it } from "vitest";
import { printSmithyJson, readSmithyJson } from "./index.js";

it("does what the README shows", () => {
  const text =
    '{"smithy": "2.0", "shapes": {"example#Names": {"type": "list", "member": {"target": "example#Name"}}}}';
  const { model, diagnostics } = readSmithyJson({ file: "model.json", text });
  expect(diagnostics[0]!.location).toEqual({ file: "model.json", pointer: "/shapes/example#Names/member" });
  expect(model.shapes.get("example#Names")!.kind).toBe("list");
  expect(printSmithyJson(model)).toMatch(/^\{\n {2}"smithy": "2\.0",\n/);
});
