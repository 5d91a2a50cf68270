import type { Diagnostic, WithDiagnostics } from "@shapelog/diagnostics";
import {
  equalNodes,
  equalShapes,
  type Model,
  type NodeValue,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import { applyToShape } from "./apply-to-shape.js";
import type { Change, MetadataChange, ShapeLevelChange } from "./change.js";
import { changesDiagnostics } from "./diagnostics.js";

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
  for (const [index, change] of changes.entries()) {
    const problem = "shape" in change ? applyOne(change, shapes) : applyToMetadata(change, metadata);
    if (problem !== undefined) {
      return { model: { shapes, metadata }, diagnostics: [misfit(change, index, problem)] };
    }
  }
  return { model: { shapes, metadata }, diagnostics: [] };
}

function misfit(change: Change, index: number, reason: string): Diagnostic {
  const on = "shape" in change ? change.shape : change.key;
  return changesDiagnostics.create("does-not-apply", undefined, { index, kind: change.kind, on, reason });
}

/** Changes the map; returns what is wrong, or nothing. */
function applyOne(change: ShapeLevelChange, shapes: Map<ShapeId, Shape>): string | undefined {
  const current = shapes.get(change.shape);
  switch (change.kind) {
    case "shape.added":
      if (current) return "the shape is there already";
      shapes.set(change.shape, change.after);
      return undefined;
    case "shape.removed":
    case "shape.kind.changed":
      if (!current) return "there is no such shape";
      if (!equalShapes(current, change.before)) return "the shape is not as it was recorded";
      if (change.kind === "shape.removed") shapes.delete(change.shape);
      else shapes.set(change.shape, change.after);
      return undefined;
    default: {
      if (!current) return "there is no such shape";
      const changed = applyToShape(current, change);
      if (typeof changed === "string") return changed;
      shapes.set(change.shape, changed);
      return undefined;
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
