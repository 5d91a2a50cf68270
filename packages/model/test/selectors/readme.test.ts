import { expect, it } from "vitest";
import { createModel } from "../../src/create-model.js";
import { createSelection, parseSelector, selectShapes } from "../../src/selectors/index.js";

it("does what the README shows", () => {
  const model = createModel([
    { kind: "operation", id: "a#List", traits: {}, input: "smithy.api#Unit", output: "a#Page", errors: [] },
    {
      kind: "structure",
      id: "a#Page",
      traits: {},
      members: [{ name: "Events", target: "a#Events", traits: {} }],
    },
    { kind: "list", id: "a#Events", traits: {}, members: [{ name: "member", target: "a#Kind", traits: {} }] },
    { kind: "string", id: "a#Kind", traits: {} },
  ]);
  const { selector } = parseSelector("operation -[output]-> ~> list");
  expect(selector && selectShapes(createSelection(model), selector)).toEqual(["a#Events"]);
  const [diagnostic] = parseSelector("operation [trait|]").diagnostics;
  expect(diagnostic?.location).toEqual({ file: "selector", offset: 17 });
});
