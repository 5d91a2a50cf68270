import { type ShapeId, stringTrait } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import type { EventPlace } from "../../event.js";
import { httpBindings } from "../../knowledge/http-bindings.js";
import { type HttpOperation, httpOperations } from "../../knowledge/http-operations.js";
import { structureOf } from "../../knowledge/structure-of.js";
import { defineRule } from "../../rule.js";

type Problem =
  | { readonly kind: "success"; readonly operation: ShapeId; readonly code: number }
  | { readonly kind: "body"; readonly operation: ShapeId; readonly code: number }
  | {
      readonly kind: "error";
      readonly error: ShapeId;
      readonly code: number;
      readonly of: "client" | "server";
    };

/** Status codes that do not say what the operation or error is (Smithy 2.0, "http trait", "httpError trait"). */
export const httpResponseCodeSemantics = defineRule({
  name: "HttpResponseCodeSemantics",
  events: {
    HttpResponseCodeSemantics: { severity: "danger", message: describe },
  },
  *validate(context, event) {
    for (const operation of httpOperations(context)) {
      const found = checkOperation(context, operation);
      if (found) yield event("HttpResponseCodeSemantics", found.place, found.problem);
    }
    for (const problem of findErrors(context)) {
      const place = { shape: problem.error, trait: "smithy.api#httpError" };
      yield event("HttpResponseCodeSemantics", place, problem);
    }
  },
});

function describe(d: Problem): string {
  switch (d.kind) {
    case "success":
      return `${d.operation} has the code ${d.code}; the code of success is between 200 and 299.`;
    case "body":
      return `${d.operation} has the code ${d.code}, which allows no body, but its output has members that are sent in one.`;
    case "error":
      return (
        `${d.error} is an error of the ${d.of}, but has the code ${d.code}; ` +
        `expected one between ${d.of === "client" ? "400 and 499" : "500 and 599"}.`
      );
  }
}

interface Found {
  readonly place: EventPlace;
  readonly problem: Problem;
}

function checkOperation(context: ValidationContext, { operation, code }: HttpOperation): Found | undefined {
  const { id: shape } = operation;
  if (code < 200 || code >= 300) {
    const place = { shape, trait: "smithy.api#http" };
    return { place, problem: { kind: "success", operation: shape, code } };
  }
  const output = structureOf(context, operation.output);
  if ((code !== 204 && code !== 205) || !output) return undefined;
  const bindings = httpBindings(context, output, "response");
  if (!bindings.some(({ location }) => location === "payload" || location === "document")) return undefined;
  return { place: { shape, severity: "warning" }, problem: { kind: "body", operation: shape, code } };
}

function* findErrors(context: ValidationContext): Iterable<Extract<Problem, { kind: "error" }>> {
  for (const { id, shape, value: code } of context.withTrait("httpError")) {
    const of = stringTrait(shape, "error");
    if ((of !== "client" && of !== "server") || typeof code !== "number") continue;
    const low = of === "client" ? 400 : 500;
    if (code < low || code >= low + 100) yield { kind: "error", error: id, code, of };
  }
}
