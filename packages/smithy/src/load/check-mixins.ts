import { isAggregate, memberId, type ResourceShape, type Shape, type ShapeId, UNIT } from "@shapelog/model";
import { smithyDiagnostics } from "../diagnostics.js";
import type { Loading } from "./loading.js";

/**
 * Reports mixins that cannot be mixed in (Smithy 2.0, "Mixins"): those of another kind, members of one name with
 * different targets, and mixins that define what mixins may not. `mixed` has the shapes with mixins, each after its
 * mixins; what is wrong with `broken` shapes is known already.
 */
export function checkMixins(loading: Loading, mixed: readonly ShapeId[], broken: ReadonlySet<ShapeId>): void {
  for (const shape of loading.shapes.values()) {
    if (shape.traits["smithy.api#mixin"] !== undefined) checkMixin(loading, shape);
  }
  const targets = new Map<ShapeId, ReadonlyMap<string, ShapeId>>();
  for (const id of mixed) {
    const shape = loading.shapes.get(id);
    if (shape && !broken.has(id)) targets.set(id, checkMembers(loading, shape, targets));
  }
}

function checkMixin(loading: Loading, shape: Shape): void {
  const has =
    shape.kind === "operation" && (shape.input !== UNIT || shape.output !== UNIT)
      ? "an input or output"
      : shape.kind === "resource" && !isBare(shape)
        ? "parts of its own"
        : undefined;
  if (has === undefined) return;
  const data = { id: shape.id, kind: shape.kind, has };
  loading.diagnostics.push(smithyDiagnostics.create("unfit-mixin", loading.locate(shape.id), data));
}

function isBare({ identifiers, properties, lifecycle, operations, resources }: ResourceShape): boolean {
  return [identifiers, properties, lifecycle, operations, resources].every(({ length }) => length === 0);
}

/** Reports mixins of another kind and conflicting members; returns the targets of all members. */
function checkMembers(
  loading: Loading,
  shape: Shape,
  known: ReadonlyMap<ShapeId, ReadonlyMap<string, ShapeId>>,
): ReadonlyMap<string, ShapeId> {
  const targets = new Map<string, ShapeId>();
  const places = new Map<string, ShapeId>();
  const add = (name: string, target: ShapeId, from: ShapeId) => {
    const current = targets.get(name);
    if (current === undefined) {
      targets.set(name, target);
      places.set(name, from);
    } else if (current !== target) {
      const member = memberId(shape.id, name);
      const inherited = memberId(places.get(name) ?? from, name);
      const place = loading.locate(member) ?? loading.locate(shape.id);
      loading.diagnostics.push(smithyDiagnostics.create("conflicting-member", place, { member, inherited }));
    }
  };
  for (const id of shape.mixins ?? []) {
    const mixin = loading.shapes.get(id);
    if (!mixin) continue;
    if (mixin.kind !== shape.kind) {
      const data = { id: shape.id, kind: shape.kind, mixin: id, found: mixin.kind };
      loading.diagnostics.push(smithyDiagnostics.create("wrong-mixin-kind", loading.locate(shape.id), data));
    } else if (isAggregate(mixin)) {
      const members = known.get(id) ?? new Map(mixin.members.map(({ name, target }) => [name, target]));
      for (const [name, target] of members) add(name, target, id);
    }
  }
  if (isAggregate(shape)) for (const { name, target } of shape.members) add(name, target, shape.id);
  for (const field of fixedMembers(shape)) {
    if (targets.has(field)) continue;
    const data = { of: shape.id, field };
    loading.diagnostics.push(smithyDiagnostics.create("missing-field", loading.locate(shape.id), data));
  }
  return targets;
}

/** Returns the names of the members that a shape of this kind must have. */
export function fixedMembers({ kind }: Pick<Shape, "kind">): readonly string[] {
  return kind === "list" ? ["member"] : kind === "map" ? ["key", "value"] : [];
}
