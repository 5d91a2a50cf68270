import {
  isAggregate,
  type Member,
  memberId,
  NO_TRAITS,
  type NodeValue,
  PRELUDE_SHAPES,
  type Shape,
  type ShapeId,
  type ShapeKind,
  type Traits,
  type UnionShape,
} from "@shapelog/model";
import { smithyDiagnostics } from "../diagnostics.js";
import type { Loading } from "./loading.js";

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
 * Says in the shapes with `ids`, which were read from 1.0 files, with `@default` what Smithy 1.0 said by leaving `@box`
 * out, as Smithy's own loader does: a shape of a kind with a zero value that is not boxed has that default; so have the
 * members of structures that target it; a boxed member has the default null; a member that targets a streaming blob
 * and is not required has an empty one. `@box` itself goes, so where it had no effect is told here.
 */
export function upgradeVersion1(loading: Loading, ids: ReadonlySet<ShapeId>): void {
  const { shapes } = loading;
  const boxed = new Set<ShapeId>();
  for (const id of ids) if (BOX in (shapes.get(id)?.traits ?? NO_TRAITS)) boxed.add(id);
  const isImplicit = (id: ShapeId) => ids.has(id) && !boxed.has(id);
  for (const id of ids) {
    const shape = shapes.get(id);
    if (!shape) continue;
    if (shape.kind === "union") reportBoxes(loading, shape);
    const upgraded = upgradeShape(shape);
    if (!isAggregate(upgraded)) shapes.set(id, upgraded);
    else {
      const members = upgraded.members.map((member) => upgradeMember({ shapes, isImplicit }, shape, member));
      shapes.set(id, { ...upgraded, members });
    }
  }
}

function reportBoxes({ locate, diagnostics }: Loading, { id, members }: UnionShape): void {
  for (const { name, traits } of members) {
    if (!(BOX in traits)) continue;
    const member = memberId(id, name);
    diagnostics.push(smithyDiagnostics.create("box-without-effect", locate(member, BOX), { member }));
  }
}

function upgradeShape(shape: Shape): Shape {
  const zero = ZERO.get(shape.kind);
  if (zero === undefined || BOX in shape.traits || DEFAULT in shape.traits) {
    return BOX in shape.traits ? { ...shape, traits: withoutBox(shape.traits) } : shape;
  }
  return { ...shape, traits: { ...shape.traits, [DEFAULT]: zero } };
}

interface Version1 {
  readonly shapes: ReadonlyMap<ShapeId, Shape>;
  readonly isImplicit: (id: ShapeId) => boolean;
}

function upgradeMember(from: Version1, container: Shape, member: Member): Member {
  const isBoxed = BOX in member.traits;
  const traits = isBoxed ? withoutBox(member.traits) : member.traits;
  if (container.kind !== "structure" || DEFAULT in traits) return isBoxed ? { ...member, traits } : member;
  if (isBoxed) return { ...member, traits: { ...traits, [DEFAULT]: null } };
  const value = implicitDefault(from, member);
  return value === undefined ? member : { ...member, traits: { ...traits, [DEFAULT]: value } };
}

function implicitDefault(
  { shapes, isImplicit }: Version1,
  { target: id, traits }: Member,
): NodeValue | undefined {
  const target = shapes.get(id) ?? PRELUDE_SHAPES.get(id);
  if (!target) return undefined;
  if (target.kind === "blob" && "smithy.api#streaming" in target.traits) {
    return "smithy.api#required" in traits || BOX in target.traits ? undefined : "";
  }
  // In 2.0, as the prelude is written, what does not default to zero counts as boxed.
  const zero = ZERO.get(target.kind);
  return isImplicit(id) || (zero !== undefined && target.traits[DEFAULT] === zero) ? zero : undefined;
}

function withoutBox(traits: Traits): Traits {
  const { [BOX]: _, ...rest } = traits;
  return rest;
}
