import {
  hasTrait,
  isNodeArray,
  isNodeObject,
  type NodeValue,
  type OperationShape,
  type ShapeId,
  UNIT,
} from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { structureOf } from "../../knowledge/structure-of.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

const ENCODINGS: readonly string[] = ["gzip"];

type Problem =
  | { readonly kind: "no-input" | "no-encoding"; readonly operation: ShapeId }
  | {
      readonly kind: "length";
      readonly operation: ShapeId;
      readonly member: string;
      readonly target: ShapeId;
    }
  | { readonly kind: "encoding"; readonly operation: ShapeId; readonly encodings: readonly string[] };

/** `@requestCompression` that cannot be followed (Smithy 2.0, "requestCompression trait"). */
export const requestCompressionTrait = defineRule({
  name: "RequestCompressionTrait",
  events: {
    RequestCompressionTrait: { severity: "error", message: describe },
  },
  *validate(context, event) {
    for (const { id, shape, value } of context.withTrait("requestCompression")) {
      if (shape.kind !== "operation") continue;
      for (const problem of checkInput(context, shape)) {
        yield event("RequestCompressionTrait", { shape: id }, problem);
      }
      const problem = checkEncodings(id, value);
      const place = { shape: id, trait: "smithy.api#requestCompression" };
      if (problem) yield event("RequestCompressionTrait", place, problem);
    }
  },
});

function describe(d: Problem): string {
  switch (d.kind) {
    case "no-input":
      return `${d.operation} has @requestCompression but no input to compress.`;
    case "no-encoding":
      return `@requestCompression of ${d.operation} names no encoding. Name one: ${listNames(ENCODINGS)}.`;
    case "length":
      return (
        `${d.operation} has @requestCompression, but its input's member ${d.member} streams ${d.target}, whose length ` +
        "has to be known first (@requiresLength)."
      );
    case "encoding":
      return (
        `@requestCompression of ${d.operation} names ${listNames(d.encodings)}, which is not known. ` +
        `Known: ${listNames(ENCODINGS)}.`
      );
  }
}

function* checkInput(context: ValidationContext, { id, input }: OperationShape): Iterable<Problem> {
  if (input === UNIT) yield { kind: "no-input", operation: id };
  for (const { name, target } of structureOf(context, input)?.members ?? []) {
    const shape = context.shape(target);
    if (!shape || !hasTrait(shape, "streaming") || !hasTrait(shape, "requiresLength")) continue;
    yield { kind: "length", operation: id, member: name, target };
  }
}

function checkEncodings(operation: ShapeId, value: NodeValue): Problem | undefined {
  const named = isNodeObject(value) ? value.encodings : undefined;
  const encodings = isNodeArray(named) ? named.filter((entry) => typeof entry === "string") : [];
  if (encodings.length === 0) return { kind: "no-encoding", operation };
  const unknown = encodings.filter((encoding) => !ENCODINGS.includes(encoding.toLowerCase()));
  return unknown.length === 0 ? undefined : { kind: "encoding", operation, encodings: unknown };
}
