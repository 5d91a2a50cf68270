import { expect, it } from "vitest";
import { resolveEnum } from "./enum-trait.js";
import type { SimpleShape } from "./shape.js";

const old = (definitions: SimpleShape["traits"][string]): SimpleShape => ({
  kind: "string",
  id: "a#Old",
  traits: { "smithy.api#enum": definitions, "smithy.api#documentation": "Old." },
});

it("makes a string with @enum the enum that says the same", () => {
  const definitions = [
    { value: "x y" },
    { value: "1", name: "ONE", tags: ["t"] },
    { value: "x-y", deprecated: true, documentation: "doc" },
    { value: "x y", name: "AGAIN" },
  ];
  expect(resolveEnum(old(definitions))).toEqual({
    kind: "enum",
    id: "a#Old",
    traits: { "smithy.api#documentation": "Old." },
    members: [
      { name: "AGAIN", target: "smithy.api#Unit", traits: { "smithy.api#enumValue": "x y" } },
      {
        name: "ONE",
        target: "smithy.api#Unit",
        traits: { "smithy.api#enumValue": "1", "smithy.api#tags": ["t"] },
      },
      {
        name: "x-y",
        target: "smithy.api#Unit",
        traits: {
          "smithy.api#enumValue": "x-y",
          "smithy.api#documentation": "doc",
          "smithy.api#deprecated": {},
        },
      },
    ],
  });
});

it.each([[[]], ["text"], [[{ name: "NO_VALUE" }]]])("leaves a string with %j as it is", (definitions) => {
  const shape = old(definitions);
  expect(resolveEnum(shape)).toBe(shape);
});
