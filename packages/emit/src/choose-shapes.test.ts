import { createModel, type Member, NO_TRAITS, type ServiceShape, type Shape, UNIT } from "@shapelog/model";
import { describe, expect, it } from "vitest";
import { chooseShapes } from "./choose-shapes.js";

const member = (name: string, target: string, traits = NO_TRAITS): Member => ({ name, target, traits });
const structure = (id: string, members: readonly Member[], more: Partial<Shape> = {}): Shape =>
  ({ kind: "structure", id, traits: NO_TRAITS, members, ...more }) as Shape;
const operation = (id: string, input: string): Shape => ({
  kind: "operation",
  id,
  traits: NO_TRAITS,
  input,
  output: UNIT,
  errors: ["x#Broken"],
});
const service: ServiceShape = {
  kind: "service",
  id: "x#Main",
  traits: NO_TRAITS,
  version: "",
  operations: ["x#Put"],
  resources: ["x#Thing"],
  errors: ["x#Common"],
  rename: [],
};
const resource: Shape = {
  kind: "resource",
  id: "x#Thing",
  traits: NO_TRAITS,
  identifiers: [],
  properties: [],
  lifecycle: [{ name: "read", target: "x#Get" }],
  operations: [],
  collectionOperations: [],
  resources: [],
};

describe("chooseShapes", () => {
  const model = createModel([
    service,
    resource,
    operation("x#Put", "x#PutInput"),
    operation("x#Get", UNIT),
    operation("x#Unbound", "x#Unused"),
    structure("x#PutInput", [member("self", "x#PutInput"), member("name", "smithy.api#String")]),
    structure("x#Unused", []),
    structure("x#Broken", []),
    structure("x#Common", []),
  ]);

  it("takes the operations of the service and its resources", () => {
    expect(chooseShapes(model, service).operations.map(({ id }) => id)).toEqual(["x#Get", "x#Put"]);
  });

  it("takes the data shapes they and the service's errors reach, and no others", () => {
    expect(chooseShapes(model, service).shapes.map(({ id }) => id)).toEqual([
      "x#Broken",
      "x#Common",
      "x#PutInput",
    ]);
  });

  it("gives shapes the members and traits of their mixins", () => {
    const mixed = createModel([
      { ...service, errors: ["x#Mixed"], operations: [], resources: [] },
      structure("x#Base", [member("a", "smithy.api#String", { "x#kept": 1 }), member("b", "x#Reached")], {
        traits: { "smithy.api#mixin": { localTraits: ["x#local"] }, "x#local": {}, "x#shared": 1 },
      }),
      structure("x#Reached", []),
      structure("x#Mixed", [member("c", "x#Reached"), member("a", "smithy.api#String", { "x#own": 2 })], {
        mixins: ["x#Base"],
        traits: { "x#own": {} },
      }),
    ]);
    const chosen = chooseShapes(mixed, { ...service, errors: ["x#Mixed"], operations: [], resources: [] });
    expect(chosen.shapes).toEqual([
      structure(
        "x#Mixed",
        [
          member("a", "smithy.api#String", { "x#kept": 1, "x#own": 2 }),
          member("b", "x#Reached"),
          member("c", "x#Reached"),
        ],
        { traits: { "x#shared": 1, "x#own": {} } },
      ),
      structure("x#Reached", []),
    ]);
  });

  it("comes to an end where mixins go round", () => {
    const round = createModel([
      structure("x#Common", [member("a", "x#Common")], { mixins: ["x#Other"] }),
      structure("x#Other", [], { mixins: ["x#Common"], traits: { "smithy.api#mixin": {} } }),
    ]);
    const chosen = chooseShapes(round, { ...service, operations: [], resources: [] });
    expect(chosen.shapes.map(({ id }) => id)).toEqual(["x#Common"]);
  });
});
