import { printPointer } from "@shapelog/json";
import {
  isAggregate,
  type Locate,
  type Member,
  type Shape,
  type ShapeId,
  splitShapeId,
} from "@shapelog/model";
import { upgradeEnumTrait } from "./load/upgrade-enum-trait.js";

/** Returns the function that says where the shapes, members and traits of a file stand in it. */
export function locateInJson(file: string, shapes: ReadonlyMap<ShapeId, Shape>): Locate {
  return (id, trait) => {
    const { member: name } = splitShapeId(id);
    const root = name === undefined ? id : id.slice(0, id.indexOf("$"));
    const shape = shapes.get(root);
    if (!shape) return undefined;
    const path = name === undefined ? [] : findPath(shape, name);
    if (!path) return undefined;
    if (trait === undefined) return { file, pointer: printPointer("shapes", root, ...path) };
    const traited = name === undefined ? shape : findMember(shape, name);
    if (!traited || !(trait in traited.traits)) return undefined;
    return { file, pointer: printPointer("shapes", root, ...path, "traits", trait) };
  };
}

function findPath(shape: Shape, name: string): (string | number)[] | undefined {
  // The members of such a string are those of the enum that it becomes.
  const members = shape.kind === "string" ? upgradeEnumTrait(shape)?.members : undefined;
  const index = members?.findIndex((member) => member.name === name) ?? -1;
  if (index !== -1) return ["traits", "smithy.api#enum", index];
  if (!findMember(shape, name)) return undefined;
  return shape.kind === "list" || shape.kind === "map" ? [name] : ["members", name];
}

function findMember(shape: Shape, name: string): Member | undefined {
  return isAggregate(shape) ? shape.members.find((member) => member.name === name) : undefined;
}
