import { createModel, type ServiceShape } from "@shapelog/model";
import { expect, it } from "vitest";
import { FIRST_RESULT } from "../../endpoint-rules/syntax.js";
import { validateModel } from "../../validate-model.js";
import { bddTrait } from "./bdd-trait.js";

type Node = readonly [condition: number, high: number, low: number];

function encode(numbers: readonly number[]): string {
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  for (const [index, number] of numbers.entries()) view.setInt32(index * 4, number);
  return btoa(String.fromCharCode(...new Uint8Array(view.buffer)));
}

/** Returns where the diagram with a node behind the terminal has faults. */
function faultsOf(node: Node, root = 2): readonly string[] {
  const diagram = {
    version: "1.1",
    parameters: { Region: { type: "string" } },
    conditions: [{ fn: "isSet", argv: [{ ref: "Region" }] }],
    results: [{ type: "error", error: "none" }],
    root,
    nodeCount: 2,
    nodes: encode([-1, 1, -1, ...node]),
  };
  const service: ServiceShape = {
    kind: "service",
    id: "example#Weather",
    traits: { "smithy.rules#endpointBdd": diagram },
    version: "",
    operations: [],
    resources: [],
    errors: [],
    rename: [],
  };
  const model = createModel([service]);
  const { events } = validateModel({ model, definitions: createModel([]), rules: [bddTrait] });
  return events.map(({ data }) => {
    const { at, fault } = data as { at: string; fault: { kind: string } };
    return `${at}: ${fault.kind}`;
  });
}

it("takes terminals, nodes, their complements and results, the unwritten one too", () => {
  expect(faultsOf([0, 1, -1])).toEqual([]);
  expect(faultsOf([0, 2, -2])).toEqual([]);
  expect(faultsOf([0, FIRST_RESULT, FIRST_RESULT + 1], -1)).toEqual([]);
});

it.each<[Node, number, readonly string[]]>([
  [[0, 0, 1], 2, ["high reference of node 1: zero"]],
  [[0, 3, -3], 2, ["high reference of node 1: node", "low reference of node 1: node"]],
  [[0, FIRST_RESULT + 2, 1], 2, ["high reference of node 1: result"]],
  [[1, 1, 1], 2, ["condition of node 1: condition"]],
  [[-1, 1, 1], 2, ["condition of node 1: condition"]],
  [[0, 1, 1], 0, ["root: zero"]],
  [[0, 1, 1], FIRST_RESULT + 2, ["root: result"]],
])("finds what %j with the root %i refers to in vain", (node, root, expected) => {
  expect(faultsOf(node, root)).toEqual(expected);
});
