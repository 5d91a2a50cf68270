import {
  isAggregate,
  type Member,
  type NodeValue,
  PRELUDE_SHAPES,
  type Shape,
  type ShapeId,
  type ShapeKind,
  type Traits,
} from "@shapelog/model";

const BOX = "smithy.api#box";
const DEFAULT = "smithy.api#default";

/** The kinds that had an implicit default in Smithy 1.0, unless boxed, and that default. */
const ZERO: ReadonlyMap<ShapeKind, NodeValue> = new Map<ShapeKind, NodeValue>([
  ["boolean", false],
  ["byte", 0],
  ["short", 0],
  ["integer", 0],
  ["intEnum", 0],
  ["long", 0],
  ["float", 0],
  ["double", 0],
]);

/**
 * Says in `shapes`, read from a 1.0 file, with `@default` what Smithy 1.0 said by leaving `@box` out, as Smithy's own
 * loader does: a shape of a kind with a zero value that is not boxed has that default; so have the members of
 * structures that target it; a boxed member has the default null; a member that targets a streaming blob and is not
 * required has an empty one. `@box` itself goes.
 */
export function upgradeVersion1(shapes: Map<ShapeId, Shape>): void {
  const boxed = new Set<ShapeId>();
  for (const shape of shapes.values()) if (BOX in shape.traits) boxed.add(shape.id);
  for (const shape of [...shapes.values()]) {
    const upgraded = upgradeShape(shape);
    shapes.set(
      shape.id,
      isAggregate(upgraded)
        ? {
            ...upgraded,
            members: upgraded.members.map((member) => upgradeMember(shapes, boxed, shape, member)),
          }
        : upgraded,
    );
  }
}

function upgradeShape(shape: Shape): Shape {
  const zero = ZERO.get(shape.kind);
  if (zero === undefined || BOX in shape.traits || DEFAULT in shape.traits) {
    return BOX in shape.traits ? { ...shape, traits: withoutBox(shape.traits) } : shape;
  }
  return { ...shape, traits: { ...shape.traits, [DEFAULT]: zero } };
}

function upgradeMember(
  shapes: ReadonlyMap<ShapeId, Shape>,
  boxed: ReadonlySet<ShapeId>,
  container: Shape,
  member: Member,
): Member {
  const isBoxed = BOX in member.traits;
  const traits = isBoxed ? withoutBox(member.traits) : member.traits;
  if (container.kind !== "structure" || DEFAULT in traits) return isBoxed ? { ...member, traits } : member;
  if (isBoxed) return { ...member, traits: { ...traits, [DEFAULT]: null } };
  const value = boxed.has(member.target) ? undefined : implicitDefault(shapes, member);
  return value === undefined ? member : { ...member, traits: { ...traits, [DEFAULT]: value } };
}

function implicitDefault(shapes: ReadonlyMap<ShapeId, Shape>, member: Member): NodeValue | undefined {
  const own = shapes.get(member.target);
  const target = own ?? PRELUDE_SHAPES.get(member.target);
  if (!target) return undefined;
  if (target.kind === "blob" && "smithy.api#streaming" in target.traits) {
    return "smithy.api#required" in member.traits ? undefined : "";
  }
  // The prelude is written in 2.0: there, what has no default counts as boxed.
  return own || DEFAULT in target.traits ? ZERO.get(target.kind) : undefined;
}

function withoutBox(traits: Traits): Traits {
  const { [BOX]: _, ...rest } = traits;
  return rest;
}
