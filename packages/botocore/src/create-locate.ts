import { printPointer } from "@shapelog/json";
import {
  indexOfMember,
  isAggregate,
  type Locate,
  type Model,
  type ShapeId,
  splitShapeId,
} from "@shapelog/model";

/** Says which name a shape has in its file, if it stands there. */
export interface Origins {
  get(id: ShapeId): string | undefined;
}

/** Returns the function that says where shapes and members stand in a file. `origins` holds the names there. */
export function createLocate(file: string, model: Model, origins: Origins): Locate {
  return (id) => {
    const { member } = splitShapeId(id);
    const root = member === undefined ? id : id.slice(0, id.indexOf("$"));
    const shape = model.shapes.get(root);
    if (!shape) return undefined;
    if (shape.kind === "service") return { file, pointer: "/metadata" };
    const name = origins.get(root);
    if (name === undefined) return undefined;
    const path = [shape.kind === "operation" ? "operations" : "shapes", name];
    if (member === undefined) return { file, pointer: printPointer(...path) };
    if (!isAggregate(shape)) return undefined;
    const index = indexOfMember(shape.members, member);
    if (index === -1) return undefined;
    if (shape.kind === "enum") return { file, pointer: printPointer(...path, "enum", index) };
    const fixed = shape.kind === "list" || shape.kind === "map";
    return { file, pointer: printPointer(...path, ...(fixed ? [member] : ["members", member])) };
  };
}
