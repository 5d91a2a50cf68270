import { enumValue, type Member, type Model, type Shape, type ShapeId, shapeName } from "@shapelog/model";

/** Something of a model that has a name: a shape, or a member or value of one. */
export interface NameUse {
  readonly shape: ShapeId;
  /** The member's name; for a value of an enum the one that it goes by. */
  readonly member?: string;
}

/** The names of a model, and all that each is the name of. */
export type NameIndex = ReadonlyMap<string, readonly NameUse[]>;

const INDEXES = new WeakMap<Model, NameIndex>();

/** Returns the names of a model: of shapes without their namespace, of members, and of values of enums. */
export function indexNames(model: Model): NameIndex {
  const known = INDEXES.get(model);
  if (known) return known;
  const index = new Map<string, NameUse[]>();
  const add = (name: string, use: NameUse) => {
    const uses = index.get(name);
    if (uses) uses.push(use);
    else index.set(name, [use]);
  };
  for (const shape of model.shapes.values()) {
    if (shape.kind === "service") continue; // it has the name that everything is called by
    add(shapeName(shape.id), { shape: shape.id });
    for (const { name, use } of listMembers(shape)) add(name, use);
  }
  INDEXES.set(model, index);
  return index;
}

/** Returns the names that the members or values of a shape go by; a value also as it travels. */
export function listMembers(shape: Shape): readonly { readonly name: string; readonly use: NameUse }[] {
  if (!("members" in shape) || shape.kind === "list" || shape.kind === "map") return [];
  return shape.members.flatMap((member) =>
    namesOf(shape, member).map((name) => ({ name, use: { shape: shape.id, member: member.name } })),
  );
}

function namesOf(shape: Shape, member: Member): readonly string[] {
  if (shape.kind !== "enum" && shape.kind !== "intEnum") return [member.name];
  const value = String(enumValue(member));
  return value === member.name ? [value] : [member.name, value];
}
