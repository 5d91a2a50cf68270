import type { ShapeId, StructureShape } from "@shapelog/model";
import type { ValidationContext } from "../context.js";

/** Returns the structure with an id, such as an operation's input; `undefined` where that is no structure. */
export function structureOf(context: ValidationContext, id: ShapeId): StructureShape | undefined {
  const shape = context.shape(id);
  return shape?.kind === "structure" ? shape : undefined;
}
