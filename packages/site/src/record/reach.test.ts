import { createModel, findAncestors, findShape, type Model, type Shape } from "@shapelog/model";
import { expectLinear } from "@shapelog/testing";
import { expect, it } from "vitest";
import { idOf, list, member, operation, structure } from "../../test/model-builder.js";
import { findReaches } from "./reach.js";

const text = member("text", "smithy.api#String");

function modelOf(...shapes: readonly Shape[]): Model {
  return createModel(shapes);
}

it("says which operations reach a shape, by the request, the response or an error", () => {
  const model = modelOf(
    operation("Put", [idOf("Full")]),
    structure("PutRequest", [member("item", idOf("Item"))]),
    structure("PutResponse", [member("items", idOf("Items"))]),
    operation("Get", []),
    structure("GetRequest", [text]),
    structure("GetResponse", [member("items", idOf("Items"))]),
    structure("Full", [member("items", idOf("Items"))], { error: "client" }),
    list("Items", idOf("Item")),
    structure("Item", [member("parent", idOf("Item"))]),
    structure("Alone", [text]),
  );
  const reaches = findReaches(model);
  expect(reaches.get(idOf("Item"))).toEqual({
    reaches: [
      { operation: idOf("Get"), by: ["response"] },
      { operation: idOf("Put"), by: ["request", "response", "error"] },
    ],
    atLeast: false,
  });
  expect(reaches.get(idOf("Alone"))).toBeUndefined();
  for (const id of ["Items", "Full", "PutRequest"]) {
    const above = findAncestors(model, idOf(id));
    const operations = [...above].filter((each) => findShape(model, each)?.kind === "operation");
    expect(new Set(reaches.get(idOf(id))?.reaches.map((each) => each.operation))).toEqual(
      new Set(operations),
    );
  }
});

it("stops counting the operations of a shape that very many reach", () => {
  const operations = Array.from({ length: 1200 }, (_, index) => [
    operation(`Get${index}`, []),
    structure(`Get${index}Request`, [member("item", idOf("Item"))]),
    structure(`Get${index}Response`, []),
  ]);
  const reaches = findReaches(modelOf(...operations.flat(), structure("Item", [text])));
  expect(reaches.get(idOf("Item"))).toMatchObject({ atLeast: true });
  expect(reaches.get(idOf("Item"))?.reaches).toHaveLength(1000);
});

it("walks a chain once for all its shapes", () => {
  expectLinear((size) => findReaches(chainOf(size)), { size: 30_000 });
});

function chainOf(size: number): Model {
  const chain = Array.from({ length: size }, (_, index) =>
    structure(`S${index}`, [member("next", idOf(`S${index + 1}`))]),
  );
  return modelOf(
    operation("Get", []),
    structure("GetRequest", [member("first", idOf("S0"))]),
    structure("GetResponse", []),
    ...chain,
    structure(`S${size}`, [text]),
  );
}
