import { createModel, type ResourceShape } from "@shapelog/model";
import { expect, it } from "vitest";
import { validateModel } from "../../validate-model.js";

function resource(name: string, resources: readonly string[]): ResourceShape {
  const none = { identifiers: [], properties: [], lifecycle: [], operations: [], collectionOperations: [] };
  return {
    kind: "resource",
    id: `a#${name}`,
    traits: {},
    ...none,
    resources: resources.map((id) => `a#${id}`),
  };
}

function cycles(...shapes: readonly ResourceShape[]) {
  const { events } = validateModel({ model: createModel(shapes), definitions: createModel([]) });
  return events.filter(({ code }) => code === "ResourceCycle").map(({ shape }) => shape);
}

it("finds resources that contain themselves, through others or not", () => {
  expect(cycles(resource("A", ["A"]))).toEqual(["a#A"]);
  expect(cycles(resource("A", ["B"]), resource("B", ["C"]), resource("C", ["A"]))).toHaveLength(3);
});

it("lets two resources share a child", () => {
  expect(
    cycles(resource("A", ["B", "C"]), resource("B", ["D"]), resource("C", ["D"]), resource("D", [])),
  ).toEqual([]);
});

it("does not overflow on a long chain", () => {
  const chain = Array.from({ length: 50_000 }, (_, index) => resource(`R${index}`, [`R${index + 1}`]));
  expect(cycles(...chain, resource("R50000", []))).toEqual([]);
});
