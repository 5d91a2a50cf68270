import { createModel } from "@shapelog/model";
import { loadModel, readDefinitions } from "@shapelog/smithy";
import { expect, it } from "vitest";
import { createContext } from "../../context.js";
import { waitableTrait } from "./waitable-trait.js";

const MODEL = (acceptors: string) => `$version: "2.0"
namespace a
use smithy.waiters#waitable

@waitable(Ready: { minDelay: 5, acceptors: [${acceptors}] })
operation Get {
    input := { token: String }
    output := { state: String, parts: Parts }
}

list Parts { member: Part }
structure Part { name: String, parts: Parts }`;

function events(acceptors: string): readonly string[] {
  const { model } = loadModel([{ file: "a.smithy", text: MODEL(acceptors) }]);
  return [...waitableTrait.validate(createContext(model, readDefinitions()))].map(({ id }) => id);
}

const success = '{ state: "success", matcher: { success: true } }';
const failure = (message: string) =>
  `{ state: "failure", matcher: { success: false }, message: "${message}" }`;
const path = (on: string, text: string, comparator = "stringEquals") =>
  `{ state: "success", matcher: { ${on}: { path: "${text}", expected: "true", comparator: "${comparator}" } } }`;

it.each([
  [success],
  [path("output", "parts[].parts[].name | [0]")],
  [path("output", "parts[].name", "allStringEquals")],
  [path("output", "length(parts) == `0`", "booleanEquals")],
  [path("inputOutput", "input.token == output.state", "booleanEquals")],
  [`${success}, ${failure("state")}`],
  [`${success}, ${failure("parts[].name")}`],
])("finds nothing in %s", (acceptors) => {
  expect(events(acceptors)).toEqual([]);
});

const PROBLEM = "WaitableTraitJmespathProblem";

it.each([
  ["", ["WaitableTrait"]],
  [failure("state"), ["WaitableTrait"]],
  [`${success}, ${failure("parts[].parts")}`, ["WaitableTrait"]],
  [`${success}, ${failure("state.").replace("failure", "retry")}`, ["WaitableTrait"]],
  [path("output", "parts[0]."), ["WaitableTrait"]],
  [
    path("output", "output.state"),
    [`${PROBLEM}.JmespathEventDanger.Ready.0`, `${PROBLEM}.JmespathEventDanger.Ready.0`],
  ],
  [
    path("inputOutput", "state"),
    [`${PROBLEM}.JmespathEventDanger.Ready.0`, `${PROBLEM}.ReturnTypeMismatch.Ready.0`],
  ],
  [path("output", "parts[].name"), [`${PROBLEM}.ReturnTypeMismatch.Ready.0`]],
])("says what is wrong with %s", (acceptors, ids) => {
  expect(events(acceptors)).toEqual(ids);
});

it("leaves out values that are no waiters", () => {
  const traits = { "smithy.waiters#waitable": { A: 1, B: { acceptors: [1, { state: "success" }] } } };
  const unit = "smithy.api#Unit";
  const model = createModel([
    { kind: "operation", id: "a#O", traits, input: unit, output: unit, errors: [] },
  ]);
  expect([...waitableTrait.validate(createContext(model, createModel([])))]).toEqual([]);
});
