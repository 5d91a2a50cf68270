import { enumValue, isAggregate, type Model, type Shape, type ShapeId, stringTrait } from "@shapelog/model";

/**
 * Returns the ids of the shapes that differ from the shape of the same id before, and of all shapes that lead to one.
 * Below any other shape nothing differs that a delta tells, so most of a large model is never walked.
 */
export function findTouched(before: Model, after: Model): ReadonlySet<ShapeId> {
  const touched = new Set<ShapeId>();
  for (const [id, shape] of after.shapes) {
    const old = before.shapes.get(id);
    if (!old || !isSame(shape, old)) touched.add(id);
  }
  if (touched.size === 0) return touched;
  const users = findUsers(after);
  for (const id of touched) for (const user of users.get(id) ?? []) touched.add(user);
  return touched;
}

/** Members that changed places count as a difference; that costs a look, no more. */
function isSame(after: Shape, before: Shape): boolean {
  if (after.kind !== before.kind) return false;
  if (!isAggregate(after) || !isAggregate(before)) {
    return stringTrait(after, "shapelog.botocore#type") === stringTrait(before, "shapelog.botocore#type");
  }
  if (after.members.length !== before.members.length) return false;
  const isEnum = after.kind === "enum";
  return after.members.every((member, index) => {
    const old = before.members[index];
    if (!old || member.name !== old.name || member.target !== old.target) return false;
    return !isEnum || enumValue(member) === enumValue(old);
  });
}

/** Returns the shapes whose members target a shape. */
function findUsers(model: Model): Map<ShapeId, ShapeId[]> {
  const users = new Map<ShapeId, ShapeId[]>();
  for (const shape of model.shapes.values()) {
    if (!isAggregate(shape) || shape.kind === "enum" || shape.kind === "intEnum") continue;
    for (const { target } of shape.members) {
      const known = users.get(target);
      if (!known) users.set(target, [shape.id]);
      else if (known.at(-1) !== shape.id) known.push(shape.id);
    }
  }
  return users;
}
