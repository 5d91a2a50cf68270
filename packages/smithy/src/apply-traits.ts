import { isJsonObject, type JsonValue } from "@shapelog/json";
import {
  equalNodes,
  isAggregate,
  isNodeArray,
  type Member,
  type Shape,
  type ShapeId,
  splitShapeId,
  type Traits,
} from "@shapelog/model";
import { smithyDiagnostics } from "./diagnostics.js";
import { readTraits } from "./read-traits.js";
import { placeOf, type Reading } from "./reading.js";

/** An entry of `shapes` with the type `apply`. */
export interface Apply {
  readonly target: ShapeId;
  readonly raw: { readonly [key: string]: JsonValue };
}

/**
 * Adds the traits of an `apply` to its shape or member in `shapes` (Smithy 2.0, "AST apply type"). A member that
 * comes from a mixin is redefined in the shape with the same target and only the applied traits.
 */
export function addAppliedTraits(reading: Reading, shapes: Map<ShapeId, Shape>, apply: Apply): void {
  const { target, raw } = apply;
  const path = ["shapes", target];
  const fields = Object.keys(raw).filter((field) => field !== "type" && field !== "traits");
  if (fields.length > 0) {
    const data = { id: target, fields };
    reading.diagnostics.push(smithyDiagnostics.create("unknown-field", placeOf(reading, path), data));
  }
  const added = readTraits(reading, raw.traits, { id: () => target, path: () => path });
  const { member: name } = splitShapeId(target);
  const shape = shapes.get(name === undefined ? target : target.slice(0, target.indexOf("$")));
  const replacement =
    shape &&
    (name === undefined
      ? withTraits(reading, shape, added, target)
      : withMember(reading, shapes, shape, { name, added, target }));
  if (replacement) shapes.set(replacement.id, replacement);
  else {
    const place = placeOf(reading, path);
    reading.diagnostics.push(smithyDiagnostics.create("apply-without-shape", place, { target }));
  }
}

/** Returns the member that a shape inherits from its mixins, or `undefined`. The last mixin wins, as in Smithy. */
export function findInheritedMember(
  shapes: ReadonlyMap<ShapeId, Shape>,
  shape: Shape,
  name: string,
): Member | undefined {
  const seen = new Set<ShapeId>(shape.mixins);
  let found: Member | undefined;
  for (const id of seen) {
    const mixin = shapes.get(id);
    if (!mixin) continue;
    const member = isAggregate(mixin)
      ? mixin.members.find((candidate) => candidate.name === name)
      : undefined;
    if (member) found = member;
    for (const next of mixin.mixins ?? []) seen.add(next);
  }
  return found;
}

function withMember(
  reading: Reading,
  shapes: ReadonlyMap<ShapeId, Shape>,
  shape: Shape,
  apply: { readonly name: string; readonly added: Traits; readonly target: ShapeId },
): Shape | undefined {
  if (!isAggregate(shape)) return undefined;
  const { name, added, target } = apply;
  const own = shape.members.find((member) => member.name === name);
  if (own) {
    const changed = withTraits(reading, own, added, target);
    return { ...shape, members: shape.members.map((member) => (member === own ? changed : member)) };
  }
  const inherited = findInheritedMember(shapes, shape, name);
  if (!inherited) return undefined;
  return { ...shape, members: [...shape.members, { name, target: inherited.target, traits: added }] };
}

function withTraits<T extends { readonly traits: Traits }>(
  reading: Reading,
  owner: T,
  added: Traits,
  target: ShapeId,
): T {
  const merged = new Map(Object.entries(owner.traits));
  for (const [id, value] of Object.entries(added)) {
    const current = merged.get(id);
    if (current === undefined) merged.set(id, value);
    else if (equalNodes(current, value)) continue;
    else if (isNodeArray(current) && isNodeArray(value)) merged.set(id, [...current, ...value]);
    else {
      const place = placeOf(reading, ["shapes", target, "traits", id]);
      const data = { trait: id, of: target };
      reading.diagnostics.push(smithyDiagnostics.create("conflicting-trait", place, data));
    }
  }
  return { ...owner, traits: Object.fromEntries(merged) };
}

/** Returns whether an entry of `shapes` is an `apply`. */
export function isApply(raw: JsonValue | undefined): boolean {
  return isJsonObject(raw) && raw.type === "apply";
}
