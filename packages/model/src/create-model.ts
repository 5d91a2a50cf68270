import type { Model, NodeValue, Shape, ShapeId } from "./shape.js";

/** Returns a model of the given shapes. A later shape replaces an earlier one of the same id. */
export function createModel(
  shapes: Iterable<Shape>,
  metadata: Iterable<readonly [string, NodeValue]> = [],
): Model {
  const map = new Map<ShapeId, Shape>();
  for (const shape of shapes) map.set(shape.id, shape);
  return { shapes: map, metadata: new Map(metadata) };
}

/** Returns the model reduced to the given shapes; metadata stays. */
export function pickShapes(model: Model, ids: ReadonlySet<ShapeId>): Model {
  return { shapes: new Map([...model.shapes].filter(([id]) => ids.has(id))), metadata: model.metadata };
}
