import {
  compareCodeUnits,
  equalNodes,
  equalShapes,
  isAggregate,
  type Model,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import { findChangedKeys } from "@shapelog/model/revisions";
import type { Change, FieldChange } from "./change.js";
import { diffBindings } from "./diff-bindings.js";
import { diffMembers } from "./diff-members.js";
import { diffTraits } from "./diff-traits.js";

/**
 * Returns everything that differs between two models, shape by shape in shape id order, metadata first. Applied in
 * order to `before` the changes give `after`; inverted, `after` gives `before`. Equal models give an empty list.
 */
export function diffModels(before: Model, after: Model): Change[] {
  const ids = [...findChangedKeys(before.shapes, after.shapes)].filter((id) => {
    const [old, now] = [before.shapes.get(id), after.shapes.get(id)];
    return !(old && now && equalShapes(old, now));
  });
  const changes = diffMetadata(before, after);
  for (const id of ids.sort(compareCodeUnits)) {
    for (const each of diffShapes(id, before.shapes.get(id), after.shapes.get(id))) changes.push(each);
  }
  return changes;
}

function diffMetadata(before: Model, after: Model): Change[] {
  const changes: Change[] = [];
  const keys = [...new Set([...before.metadata.keys(), ...after.metadata.keys()])].sort(compareCodeUnits);
  for (const key of keys) {
    const old = before.metadata.get(key);
    const now = after.metadata.get(key);
    if (old === undefined && now !== undefined) changes.push({ kind: "metadata.added", key, after: now });
    else if (old !== undefined && now === undefined)
      changes.push({ kind: "metadata.removed", key, before: old });
    else if (old !== undefined && now !== undefined && !equalNodes(old, now)) {
      changes.push({ kind: "metadata.changed", key, before: old, after: now });
    }
  }
  return changes;
}

function diffShapes(shape: ShapeId, before: Shape | undefined, after: Shape | undefined): Change[] {
  if (!before) return after ? [{ kind: "shape.added", shape, after }] : [];
  if (!after) return [{ kind: "shape.removed", shape, before }];
  if (before.kind !== after.kind) return [{ kind: "shape.kind.changed", shape, before, after }];
  const changes: Change[] = [...diffFields(before, after), ...diffBindings(before, after)];
  if (isAggregate(before) && isAggregate(after))
    for (const each of diffMembers(before, after)) changes.push(each);
  for (const each of diffTraits({ shape }, before.traits, after.traits)) changes.push(each);
  return changes;
}

function diffFields(before: Shape, after: Shape): FieldChange[] {
  const shape = before.id;
  const changes: FieldChange[] = [];
  if (before.kind === "operation" && after.kind === "operation") {
    if (before.input !== after.input) {
      changes.push({ kind: "operation.input.changed", shape, before: before.input, after: after.input });
    }
    if (before.output !== after.output) {
      changes.push({ kind: "operation.output.changed", shape, before: before.output, after: after.output });
    }
  }
  if (before.kind === "service" && after.kind === "service" && before.version !== after.version) {
    changes.push({ kind: "service.version.changed", shape, before: before.version, after: after.version });
  }
  const [old, now] = [before.mixins ?? [], after.mixins ?? []];
  if (!equalNodes(old, now)) changes.push({ kind: "mixins.changed", shape, before: old, after: now });
  return changes;
}
