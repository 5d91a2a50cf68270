import type { ShapeId } from "@shapelog/model";
import type { Expression } from "../../jmespath/expression.js";
import { operationContextParams } from "../../knowledge/operation-context-params.js";
import { defineRule } from "../../rule.js";

/** Paths to endpoint parameters that lead nowhere or go beyond the subset of JMESPath (Smithy 2.0, "operationContextParams trait"). */
export const operationContextParamsTrait = defineRule({
  name: "OperationContextParamsTrait",
  events: {
    OperationContextParamsTrait: {
      severity: "error",
      message: (d: { operation: ShapeId; parameter: string; path: string; text: string }) =>
        `The path "${d.path}" to the endpoint parameter ${d.parameter} of ${d.operation} is wrong: ${d.text}.`,
    },
  },
  *validate(context, event) {
    for (const { operation, trait, name, path, parsed, problems } of operationContextParams(context)) {
      const found = problems.map(({ text }) => text);
      if (parsed) {
        for (const part of new Set(findUnsupported(parsed))) found.push(`${part} is not supported here`);
      }
      for (const text of found) {
        const data = { operation, parameter: name, path, text };
        yield event("OperationContextParamsTrait", { shape: operation, trait }, data);
      }
    }
  },
});

/** What paths to endpoint parameters must not have. */
const UNSUPPORTED: ReadonlyMap<Expression["kind"], string> = new Map([
  ["comparison", "a comparison"],
  ["index", "an index"],
  ["literal", "a literal"],
  ["hash", "a multi-select hash"],
  ["and", '"&&"'],
  ["or", '"||"'],
  ["not", '"!"'],
  ["filter", "a filter"],
  ["slice", "a slice"],
]);

/** Yields what is unsupported, without looking into it. */
function* findUnsupported(expression: Expression): Generator<string> {
  const name = UNSUPPORTED.get(expression.kind);
  if (name !== undefined) yield name;
  else if (expression.kind === "call" && expression.name !== "keys") {
    yield `the function ${expression.name}`;
  } else for (const part of partsOf(expression)) yield* findUnsupported(part);
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "call":
      return expression.args;
    case "list":
      return expression.items;
    case "flatten":
    case "reference":
      return [expression.of];
    case "then":
    case "projection":
    case "values":
      return [expression.left, expression.right];
    default:
      return [];
  }
}
