import type { Locate, ShapeId } from "@shapelog/model";
import type { EnumMemberNode, MemberNode, SyntaxTree, TraitNode } from "../idl/syntax.js";
import { type Lowering, placeAt, type WrittenShape } from "./lowering.js";
import { inlineStart, memberStart } from "./positions.js";

type Locating = Pick<Lowering, "file" | "text" | "scope" | "namespace" | "inputSuffix" | "outputSuffix"> & {
  readonly tree: SyntaxTree;
};

/** Returns the function that says where the shapes, members and traits of a file stand in it. */
export function locateInIdl(locating: Locating): Locate {
  let index: ReadonlyMap<ShapeId, WrittenShape> | undefined;
  return (id, trait) => {
    index ??= indexShapes(locating);
    const dollar = id.indexOf("$");
    const shape = index.get(dollar === -1 ? id : id.slice(0, dollar));
    if (!shape) return undefined;
    const member = dollar === -1 ? undefined : findMember(shape, id.slice(dollar + 1));
    if (dollar !== -1 && !member) return undefined;
    const offset =
      trait === undefined ? findStart(locating, shape, member) : findTrait(locating, member ?? shape, trait);
    return offset === undefined ? undefined : placeAt(locating, offset);
  };
}

function indexShapes({ tree, namespace, inputSuffix, outputSuffix }: Locating) {
  const index = new Map<ShapeId, WrittenShape>();
  const add = (name: string, shape: WrittenShape) => {
    const id = `${namespace}#${name}`;
    if (!index.has(id)) index.set(id, shape);
  };
  for (const statement of tree.shapes) {
    if (statement.kind === "apply") continue;
    add(statement.name.name, statement);
    if (statement.kind !== "operationShape") continue;
    for (const property of statement.properties) {
      if (property.kind !== "operationTarget" || property.target.kind === "id") continue;
      const suffix = property.name === "input" ? inputSuffix : outputSuffix;
      add(`${statement.name.name}${suffix}`, property.target);
    }
  }
  return index;
}

function findMember(shape: WrittenShape, name: string): WrittenMember | undefined {
  if (!("members" in shape)) return undefined;
  const byName = MEMBERS.get(shape) ?? indexMembers(shape.members);
  MEMBERS.set(shape, byName);
  return byName.get(name);
}

type WrittenMember = MemberNode | EnumMemberNode;
const MEMBERS = new WeakMap<WrittenShape, ReadonlyMap<string, WrittenMember>>();

/** Returns members by name; of several with one name the first. */
function indexMembers(members: readonly WrittenMember[]): ReadonlyMap<string, WrittenMember> {
  return new Map(members.toReversed().map((member) => [member.name.name, member]));
}

function findStart({ text }: Locating, shape: WrittenShape, member: WrittenMember | undefined): number {
  if (member) return member.kind === "member" ? memberStart(member) : member.name.start;
  return shape.kind === "inlineShape" ? inlineStart(text, shape) : shape.typeStart;
}

function findTrait(
  { scope }: Locating,
  owner: WrittenShape | MemberNode | EnumMemberNode,
  trait: ShapeId,
): number | undefined {
  const node: TraitNode | undefined = owner.traits.find(({ id }) => scope.resolve(id.id) === trait);
  if (node) return node.start;
  if (trait === "smithy.api#documentation") return owner.documentation?.start;
  const assigned =
    (owner.kind === "member" && trait === "smithy.api#default") ||
    (owner.kind === "enumMember" && trait === "smithy.api#enumValue");
  return assigned ? owner.value?.start : undefined;
}
