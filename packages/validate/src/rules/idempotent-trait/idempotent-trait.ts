import { isNodeArray, isNodeObject, type ShapeId } from "@shapelog/model";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

type Problem =
  | { readonly kind: "both"; readonly operation: ShapeId }
  | {
      readonly kind: "not-an-error";
      readonly operation: ShapeId;
      readonly property: string;
      readonly error: ShapeId;
      readonly errors: readonly ShapeId[];
    };

/** `@idempotent` whose errors the operation does not have (Smithy 2.0, "idempotent trait"). */
export const idempotentTrait = defineRule({
  name: "IdempotentTrait",
  events: {
    IdempotentTrait: {
      severity: "error",
      message: (d: Problem) =>
        d.kind === "both"
          ? `@idempotent of ${d.operation} has both "exists" and "notFound". Keep the one that is meant.`
          : `"${d.property}" of @idempotent names ${d.error}, which is not among the errors of ${d.operation}` +
            `${d.errors.length === 0 ? ", which has none" : `: ${listNames(d.errors)}`}.`,
    },
  },
  *validate(context, event) {
    for (const { id, shape, value } of context.withTrait("idempotent")) {
      if (shape.kind !== "operation" || !isNodeObject(value)) continue;
      const place = { shape: id, trait: "smithy.api#idempotent" };
      const { exists, notFound } = value;
      if (exists !== undefined && notFound !== undefined) {
        yield event("IdempotentTrait", place, { kind: "both", operation: id });
      }
      for (const [property, named] of [["exists", exists] as const, ["notFound", notFound] as const]) {
        for (const error of isNodeArray(named) ? named : []) {
          if (typeof error !== "string" || shape.errors.includes(error)) continue;
          const data = { operation: id, property, error, errors: shape.errors };
          yield event("IdempotentTrait", place, { kind: "not-an-error", ...data });
        }
      }
    }
  },
});
