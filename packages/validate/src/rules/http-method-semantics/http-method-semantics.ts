import { hasTrait, type OperationShape, type ShapeId } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { httpBindings } from "../../knowledge/http-bindings.js";
import { httpOperations } from "../../knowledge/http-operations.js";
import { structureOf } from "../../knowledge/structure-of.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

/** What a method means; what is left out is open (RFC 9110, section 9). */
interface Semantics {
  readonly readonly: boolean;
  readonly idempotent?: boolean;
  /** Whether a request has a payload. */
  readonly payload: boolean;
}

const METHODS: ReadonlyMap<string, Semantics> = new Map([
  ["GET", { readonly: true, idempotent: false, payload: false }],
  ["HEAD", { readonly: true, idempotent: false, payload: false }],
  ["OPTIONS", { readonly: true, idempotent: false, payload: true }],
  ["TRACE", { readonly: true, idempotent: false, payload: false }],
  ["POST", { readonly: false, payload: true }],
  ["DELETE", { readonly: false, idempotent: true, payload: false }],
  ["PUT", { readonly: false, idempotent: true, payload: true }],
  ["PATCH", { readonly: false, payload: true }],
]);

interface Data {
  readonly operation: ShapeId;
  readonly method: string;
}

/** Operations that are not what their HTTP method says (Smithy 2.0, "http trait"). */
export const httpMethodSemantics = defineRule({
  name: "HttpMethodSemantics",
  events: {
    HttpMethodSemantics: {
      severity: "warning",
      message: (d: Data) =>
        `${d.operation} has the method "${d.method}"; the standard one is "${d.method.toUpperCase()}".`,
    },
    "HttpMethodSemantics.OPTIONS": {
      severity: "warning",
      message: (d: Data) =>
        `${d.operation} has the method OPTIONS, which servers answer by themselves. ` +
        "Take the operation out; @cors on the service says what they answer.",
    },
    "HttpMethodSemantics.MissingReadonlyTrait": {
      severity: "warning",
      message: (d: Data) =>
        `${d.operation} has the method ${d.method}, which changes nothing, but not @readonly.`,
    },
    "HttpMethodSemantics.UnnecessaryReadonlyTrait": {
      severity: "warning",
      message: (d: Data) => `${d.operation} is @readonly, but its method ${d.method} is one for changes.`,
    },
    "HttpMethodSemantics.MissingIdempotentTrait": {
      severity: "warning",
      message: (d: Data) =>
        `${d.operation} has the method ${d.method}, which may be sent again safely, but not @idempotent.`,
    },
    "HttpMethodSemantics.UnnecessaryIdempotentTrait": {
      severity: "warning",
      message: (d: Data) =>
        `${d.operation} is @idempotent, but its method ${d.method} changes nothing anyway. Use @readonly.`,
    },
    "HttpMethodSemantics.UnexpectedPayload": {
      severity: "danger",
      message: (d: Data & { members: readonly string[] }) =>
        `${d.operation} has the method ${d.method}, whose requests many clients send without a payload, but ` +
        `${listNames(d.members)} would be in it. Bind to @httpQuery, @httpHeader or @httpLabel.`,
    },
  },
  *validate(context, event) {
    for (const { operation, method: written } of httpOperations(context)) {
      const method = written.toUpperCase();
      const semantics = METHODS.get(method);
      if (!semantics) continue;
      const place = { shape: operation.id, trait: "smithy.api#http" };
      const data = { operation: operation.id, method };
      if (written !== method) yield event("HttpMethodSemantics", place, { ...data, method: written });
      if (method === "OPTIONS") yield event("HttpMethodSemantics.OPTIONS", place, data);
      const readonly = compareTrait(operation, "readonly", semantics.readonly);
      if (readonly) yield event(`HttpMethodSemantics.${readonly}ReadonlyTrait`, place, data);
      const idempotent = compareTrait(operation, "idempotent", semantics.idempotent);
      if (idempotent) yield event(`HttpMethodSemantics.${idempotent}IdempotentTrait`, place, data);
      const members = semantics.payload ? [] : findPayload(context, operation);
      if (members.length > 0)
        yield event("HttpMethodSemantics.UnexpectedPayload", place, { ...data, members });
    }
  },
});

function compareTrait(
  operation: OperationShape,
  trait: string,
  expected: boolean | undefined,
): "Missing" | "Unnecessary" | undefined {
  if (expected === undefined || hasTrait(operation, trait) === expected) return undefined;
  return expected ? "Missing" : "Unnecessary";
}

function findPayload(context: ValidationContext, operation: OperationShape): readonly string[] {
  const input = structureOf(context, operation.input);
  const bindings = input ? httpBindings(context, input, "request") : [];
  const bodily = bindings.filter(({ location }) => location === "payload" || location === "document");
  return bodily.map(({ member }) => member.name);
}
