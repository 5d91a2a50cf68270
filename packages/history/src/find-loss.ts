import { applyChanges, type Change, changedShapes, invert } from "@shapelog/changes";
import { createModel, equalModels, equalShapes, type Model, type ShapeId } from "@shapelog/model";
import { findChangedKeys } from "@shapelog/model/revisions";

/**
 * Returns why changes are not all that two models differ in, there and back, or `undefined`. Shapes that no change names
 * have to be equal in both; the others are replayed.
 */
export function findLoss(changes: readonly Change[], before: Model, after: Model): string | undefined {
  const named = changedShapes(changes);
  const [old, now] = [before, after].map((model) => pick(model, named)) as [Model, Model]; // two in, two out
  if (before.shapes.size - old.shapes.size !== after.shapes.size - now.shapes.size)
    return "a shape is not told of.";
  for (const id of findChangedKeys(before.shapes, after.shapes)) {
    const [shape, other] = [before.shapes.get(id), after.shapes.get(id)];
    if (!named.has(id) && !(shape && other && equalShapes(shape, other))) return `${id} is not told of.`;
  }
  const forth = applyChanges(changes, old);
  if (forth.diagnostics[0]) return forth.diagnostics[0].message;
  if (!equalModels(forth.model, now)) return "applied, they give another model.";
  const back = applyChanges(invert(changes), now);
  if (back.diagnostics[0]) return `inverted: ${back.diagnostics[0].message}`;
  return equalModels(back.model, old) ? undefined : "inverted, they give another model.";
}

function pick({ shapes, metadata }: Model, ids: ReadonlySet<ShapeId>): Model {
  const found = [...ids].flatMap((id) => shapes.get(id) ?? []);
  return createModel(found, metadata);
}
