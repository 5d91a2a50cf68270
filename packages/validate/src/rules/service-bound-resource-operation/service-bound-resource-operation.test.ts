import { loadModel, readDefinitions } from "@shapelog/smithy";
import { expect, it } from "vitest";
import { validateModel } from "../../validate-model.js";
import { serviceBoundResourceOperation } from "./service-bound-resource-operation.js";

function resourcesOf(members: string): readonly unknown[] {
  const text = `$version: "2.0"
namespace a
service S { operations: [O], resources: [Town, City, River] }
resource City { identifiers: { id: String, code: String } }
resource Town { identifiers: { id: String, code: Code } }
resource River { identifiers: { name: String } }
string Code
operation O { input := { ${members} } }`;
  const { model } = loadModel([{ file: "a.smithy", text }]);
  const rules = [serviceBoundResourceOperation];
  const { events } = validateModel({ model, definitions: readDefinitions(), rules });
  return events.map(({ data }) => (data as { resources: unknown }).resources);
}

it.each([
  ["@required id: String", [["a#City", "a#Town"]]],
  ["@required code: Code", [["a#Town"]]],
  ["@required name: String, @required code: String", [["a#City", "a#River"]]],
  ["@required id: String, @required code: String, @required other: String", [["a#City", "a#Town"]]],
  ["id: String", []],
  ["@required id: Integer", []],
])("finds the resources of which %s are identifiers, each once, sorted", (members, expected) => {
  expect(resourcesOf(members)).toEqual(expected);
});
