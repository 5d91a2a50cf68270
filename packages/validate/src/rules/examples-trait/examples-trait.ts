import {
  isNodeArray,
  isNodeObject,
  type NodeValue,
  type OperationShape,
  type ShapeId,
} from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { topDown } from "../../knowledge/top-down.js";
import { checkNode } from "../../node/check-node.js";
import { describeProblem, type NodeProblem } from "../../node/problems.js";
import { defineRule } from "../../rule.js";

type Fault =
  | { readonly kind: "no-error" | "both" }
  | { readonly kind: "unbound"; readonly error: string }
  | { readonly kind: "value"; readonly part: string; readonly problem: NodeProblem };

/** Examples that the operation would not take or give (Smithy 2.0, "examples trait"). */
export const examplesTrait = defineRule({
  name: "ExamplesTrait",
  events: {
    ExamplesTrait: {
      severity: "error",
      message: (d: { operation: ShapeId; title: string; fault: Fault }) =>
        `The example "${d.title}" of ${d.operation} ${describeFault(d.fault)}`,
    },
  },
  *validate(context, event) {
    for (const { id, shape, value } of context.withTrait("examples")) {
      if (shape.kind !== "operation" || !isNodeArray(value)) continue;
      for (const entry of value) {
        if (!isNodeObject(entry)) continue;
        const title = typeof entry.title === "string" ? entry.title : "";
        for (const { fault, ...place } of checkExample(context, shape, entry)) {
          const data = { operation: id, title, fault };
          yield event("ExamplesTrait", { shape: id, trait: "smithy.api#examples", ...place }, data);
        }
      }
    }
  },
});

function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case "no-error":
      return "allows constraint errors, so it has to say which error comes of them.";
    case "both":
      return "has both an output and an error. Leave one.";
    case "unbound":
      return `has the error ${fault.error}, which neither the operation nor its services bind.`;
    default:
      return `does not fit, in its ${fault.part}: ${describeProblem(fault.problem)}`;
  }
}

interface Found {
  readonly fault: Fault;
  readonly severity?: NodeProblem["severity"];
  readonly below?: string | undefined;
}

type Example = Readonly<Record<string, NodeValue>>;

function checkExample(
  context: ValidationContext,
  operation: OperationShape,
  example: Example,
): readonly Found[] {
  const { input = {}, output, error, allowConstraintErrors } = example;
  const mayBreak = allowConstraintErrors === true;
  const found: Found[] = [];
  if (mayBreak && error === undefined) found.push({ fault: { kind: "no-error" } });
  const check = (part: string, id: ShapeId, value: NodeValue) => {
    const shape = context.shape(id);
    if (!shape) return;
    const subject = { id, traits: shape.traits, shape };
    for (const problem of checkNode(context, subject, { value, constraintsWarn: mayBreak })) {
      found.push({
        fault: { kind: "value", part, problem },
        severity: problem.severity,
        below: problem.below,
      });
    }
  };
  check("input", operation.input, input);
  if (output !== undefined && error !== undefined) found.push({ fault: { kind: "both" } });
  else if (output !== undefined) check("output", operation.output, output);
  else if (isNodeObject(error)) {
    const { shapeId, content = {} } = error;
    const id = typeof shapeId === "string" ? shapeId : "";
    if (canFailWith(context, operation, id)) check("error", id, content);
    else found.push({ fault: { kind: "unbound", error: id } });
  }
  return found;
}

/** An error is the operation's own, or bound by all services that bind the operation. */
function canFailWith(context: ValidationContext, { id, errors }: OperationShape, error: ShapeId): boolean {
  if (!context.shape(error)) return false;
  if (errors.includes(error)) return true;
  const bound = topDown(context);
  if (bound.length === 0) return false;
  return bound.every(
    ({ service, operations }) =>
      !operations.some((operation) => operation.id === id) || service.errors.includes(error),
  );
}
