import { loadModel, readDefinitions } from "@shapelog/smithy";
import { expect, it } from "vitest";
import { validateModel } from "../src/index.js";

it("does what the README shows", () => {
  const text = '$version: "2.0"\nnamespace example\n@length(min: 2, max: 1)\nstring City\n';
  const { model, locate } = loadModel([{ file: "main.smithy", text }]);
  const { events } = validateModel({ model, locate, definitions: readDefinitions() });
  expect(events[0]).toMatchObject({ code: "LengthTrait", shape: "example#City", severity: "error" });
  expect(events[0]?.location).toEqual({ file: "main.smithy", offset: text.indexOf("@length") });
});
