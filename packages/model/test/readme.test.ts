import { expect, it } from "vitest";
import { createModel, findClosure, findPositions } from "../src/index.js";

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
  expect(findPositions(model, "a#Kind")[0]?.path).toBe("Events[]");
  expect(findClosure(model, ["a#Page"]).size).toBe(3);
});
