import { printPointer } from "@shapelog/json";
import {
  type AggregateShape,
  isAggregate,
  type Locate,
  type Model,
  type ShapeId,
  splitShapeId,
} from "@shapelog/model";

/** Returns the function that says where shapes and members stand in a file. Nothing is worked out before it is asked. */
export function createLocate(file: string, model: Model, upgraded: ReadonlySet<ShapeId>): Locate {
  return (id) => {
    const { member } = splitShapeId(id);
    const root = member === undefined ? id : id.slice(0, id.indexOf("$"));
    const shape = model.shapes.get(root);
    if (!shape) return undefined;
    if (member === undefined) return { file, pointer: printPointer("shapes", root) };
    if (!isAggregate(shape)) return undefined;
    const index = shape.members.findIndex((candidate) => candidate.name === member);
    if (index === -1) return undefined;
    const path = upgraded.has(root) ? ["traits", "smithy.api#enum", index] : memberPath(shape, member);
    return { file, pointer: printPointer("shapes", root, ...path) };
  };
}

function memberPath(shape: AggregateShape, member: string): string[] {
  return shape.kind === "list" || shape.kind === "map" ? [member] : ["members", member];
}
