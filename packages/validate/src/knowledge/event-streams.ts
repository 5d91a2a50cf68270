import { hasTrait, type ShapeId } from "@shapelog/model";
import type { ValidationContext } from "../context.js";
import { structureOf } from "./structure-of.js";

/** Returns the event stream of an input or output: the union with `@streaming` that a member of it targets. */
export function findEventStream(context: ValidationContext, id: ShapeId): ShapeId | undefined {
  for (const { target } of structureOf(context, id)?.members ?? []) {
    const shape = context.shape(target);
    if (shape?.kind === "union" && hasTrait(shape, "streaming")) return shape.id;
  }
  return undefined;
}
