import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readBotocore } from "../src/index.js";

it("does what the README shows", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const text = /const text = `([^`]+)`/.exec(readme)![1]!;
  const { model, diagnostics } = readBotocore({ file: "service-2.json", text });
  expect(diagnostics).toEqual([]);
  expect(model.shapes.get("com.amazonaws.myservice#Size")).toMatchObject({
    members: [
      { name: "t2_micro", target: "smithy.api#Unit", traits: { "smithy.api#enumValue": "t2.micro" } },
    ],
  });
});
