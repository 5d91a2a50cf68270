import { isNodeArray, isNodeObject } from "./equal.js";
import type { NodeValue, ShapeId } from "./shape.js";
import { type Traited, trait } from "./traits.js";

/** One of `@examples`: what an operation is called with, and what comes of it. Members have the model's names. */
export interface OperationExample {
  readonly title: string;
  readonly documentation?: string;
  readonly input: NodeValue;
  readonly output?: NodeValue;
  readonly error?: { readonly shape: ShapeId; readonly content: NodeValue };
}

/** Returns the examples of an operation (Smithy 2.0, "examples trait"). */
export function operationExamples(of: Traited): OperationExample[] {
  const value = trait(of, "examples");
  if (!isNodeArray(value)) return [];
  return value.flatMap((entry) => {
    if (!isNodeObject(entry) || typeof entry.title !== "string") return [];
    const { title, documentation, input = {}, output, error } = entry;
    const shape = isNodeObject(error) ? error.shapeId : undefined;
    return {
      title,
      ...(typeof documentation === "string" ? { documentation } : {}),
      input,
      ...(output === undefined ? {} : { output }),
      ...(isNodeObject(error) && typeof shape === "string"
        ? { error: { shape, content: error.content ?? {} } }
        : {}),
    };
  });
}
