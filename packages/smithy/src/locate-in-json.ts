import { printPointer } from "@shapelog/json";
import {
  findMember,
  indexOfMember,
  type Locate,
  type Member,
  type Shape,
  type ShapeId,
  type SimpleShape,
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
  const index = shape.kind === "string" ? indexOfMember(upgradedMembers(shape), name) : -1;
  if (index !== -1) return ["traits", "smithy.api#enum", index];
  if (!findMember(shape, name)) return undefined;
  return shape.kind === "list" || shape.kind === "map" ? [name] : ["members", name];
}

const UPGRADED = new WeakMap<Shape, readonly Member[]>();

/** Every value is asked for: the enum is made once. */
function upgradedMembers(shape: SimpleShape): readonly Member[] {
  const members = UPGRADED.get(shape) ?? upgradeEnumTrait(shape)?.members ?? [];
  UPGRADED.set(shape, members);
  return members;
}
