import type { Diagnostic, WithDiagnostics } from "@shapelog/diagnostics";
import {
  equalNodes,
  equalShapes,
  type Model,
  type NodeValue,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import type { Change, MetadataChange, ShapeLevelChange } from "./change.js";
import { changesDiagnostics } from "./diagnostics.js";
import { createShapeDraft, type ShapeDraft } from "./shape-draft.js";

/** What applying changes gives. With diagnostics, the model is the one before the first change that did not fit. */
export interface ApplyResult extends WithDiagnostics {
  readonly model: Model;
}

/**
 * Returns the model that `changes`, in their order, make of `model`. A change fits only if everything it says of the
 * state before holds; the first that does not stops the work and is reported.
 */
export function applyChanges(changes: readonly Change[], model: Model): ApplyResult {
  const shapes = new Map<ShapeId, Shape>(model.shapes);
  const metadata = new Map<string, NodeValue>(model.metadata);
  const drafts = new Map<ShapeId, ShapeDraft>();
  const diagnostics: Diagnostic[] = [];
  for (const [index, change] of changes.entries()) {
    const problem = "shape" in change ? applyOne(change, shapes, drafts) : applyToMetadata(change, metadata);
    if (problem === undefined) continue;
    diagnostics.push(misfit(change, index, problem));
    break;
  }
  for (const [id, draft] of drafts) shapes.set(id, draft.read());
  return { model: { shapes, metadata }, diagnostics };
}

function misfit(change: Change, index: number, reason: string): Diagnostic {
  const on = "shape" in change ? change.shape : change.key;
  return changesDiagnostics.create("does-not-apply", undefined, { index, kind: change.kind, on, reason });
}

/** Changes the map or the shape's draft; returns what is wrong, or nothing. */
function applyOne(
  change: ShapeLevelChange,
  shapes: Map<ShapeId, Shape>,
  drafts: Map<ShapeId, ShapeDraft>,
): string | undefined {
  const current = shapes.get(change.shape);
  switch (change.kind) {
    case "shape.added":
      if (current) return "the shape is there already";
      shapes.set(change.shape, change.after);
      return undefined;
    case "shape.removed":
    case "shape.kind.changed":
      if (!current) return "there is no such shape";
      if (!equalShapes(drafts.get(change.shape)?.read() ?? current, change.before))
        return "the shape is not as it was recorded";
      drafts.delete(change.shape);
      if (change.kind === "shape.removed") shapes.delete(change.shape);
      else shapes.set(change.shape, change.after);
      return undefined;
    default: {
      if (!current) return "there is no such shape";
      const draft = drafts.get(change.shape) ?? createShapeDraft(current);
      drafts.set(change.shape, draft);
      return draft.apply(change);
    }
  }
}

/** Changes the map; returns what is wrong, or nothing. */
function applyToMetadata(change: MetadataChange, metadata: Map<string, NodeValue>): string | undefined {
  const current = metadata.get(change.key);
  if (!equalNodes(current, change.kind === "metadata.added" ? undefined : change.before)) {
    return "the metadata is not as it was recorded";
  }
  if (change.kind === "metadata.removed") metadata.delete(change.key);
  else metadata.set(change.key, change.after);
  return undefined;
}
