import { createModel } from "@shapelog/model";
import { loadModel, readDefinitions } from "@shapelog/smithy";
import { expect, it } from "vitest";
import { validateModel } from "../../validate-model.js";

function events(trait: string, { service = "", input = "token: String", output = "token: String" } = {}) {
  const text = `$version: "2.0"
namespace a
${service}
service Service { operations: [List] }
@paginated(${trait})
operation List {
    input := { ${input} }
    output := { ${output} }
}
structure Page { token: String, deep: Page }`;
  const { model } = loadModel([{ file: "a.smithy", text }]);
  return validateModel({ model, definitions: readDefinitions() })
    .events.filter(({ code }) => code.startsWith("PaginatedTrait"))
    .map(({ severity, code }) => `${severity} ${code.slice("PaginatedTrait".length)}`);
}

const TOKENS = 'inputToken: "token", outputToken: "token"';

it("completes an operation's parts from its service", () => {
  expect(events("", { service: `@paginated(${TOKENS})` })).toEqual([]);
  expect(events("")).toEqual(["error ", "error "]);
  expect(events('pageSize: "size"', { service: `@paginated(${TOKENS})` })).toEqual(["error "]);
});

it("does not look in services while the operation itself is wrong", () => {
  expect(events('items: "nothing"')).toEqual(["error "]);
});

it("follows paths in the output alone", () => {
  const output = "page: Page";
  expect(events('inputToken: "token", outputToken: "page.token"', { output })).toEqual([]);
  expect(events('inputToken: "token", outputToken: "page.token.more"', { output })).toEqual(["error "]);
  expect(events('inputToken: "page.token", outputToken: "page.token"', { input: output, output })).toEqual([
    "error ",
  ]);
});

it("says more of a required token than of a required page size", () => {
  const required = "@required token: String @required size: Integer";
  const trait = `${TOKENS}, pageSize: "size"`;
  expect(events(trait, { output: required, input: "token: String @required size: Integer" }).sort()).toEqual([
    "danger .ShouldNotBeRequired.outputToken",
    "warning .ShouldNotBeRequired.pageSize",
  ]);
  expect(events(TOKENS, { input: required })).toEqual(["error "]);
});

it("finds nothing in an empty model", () => {
  expect(validateModel({ model: createModel([]), definitions: readDefinitions() }).events).toEqual([]);
});
