import { modelOf, serviceOf } from "@shapelog/testing";
import { expect, it } from "vitest";
import { emitRedact } from "./emit-redact.js";

const MODEL = `
service Weather { operations: [Get], errors: [Busy] }
operation Get { input: GetInput, output: City, errors: [Gone] }
structure GetInput { name: String }
structure City { tree: Tree, plain: Plain, cards: Cards, place: Place }
structure Tree { left: Tree, owner: Owner }
structure Owner { @sensitive name: String }
structure Plain { name: String }
list Cards { member: Card }
@sensitive string Card
union Place { card: Card, plain: Plain }
@error("client") structure Gone {}
@error("server") structure Busy {}
structure Unbound { card: Card }
`;

function functionsOf(text: string): string[] {
  const model = modelOf(text);
  const { files } = emitRedact(model, { service: serviceOf(model), source: "model.smithy" });
  return files.flatMap((file) =>
    [...file.text.matchAll(/^export const (\w+)/gm)].map(([, name = ""]) => name),
  );
}

it("has a function for each input, output and error, and for what holds something sensitive", () => {
  expect(functionsOf(MODEL)).toEqual([
    "redactBusy",
    "redactCards",
    "redactCity",
    "redactGetInput",
    "redactGone",
    "redactOwner",
    "redactPlace",
    "redactTree",
  ]);
});

it("is a module where there is nothing", () => {
  expect(functionsOf("service Weather { operations: [] }")).toEqual([]);
});
