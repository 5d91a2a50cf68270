import { type Model, resolveMixins } from "@shapelog/model";

/**
 * Returns the model as its mixins make it: each shape with their members first and their traits under its own
 * (Smithy 2.0, "Mixins"). A model without mixins is returned as it is.
 */
export function flattenMixins(model: Model): Model {
  const mixed = [...model.shapes.values()].filter((shape) => (shape.mixins ?? []).length > 0);
  if (mixed.length === 0) return model;
  const shapes = new Map(model.shapes);
  for (const shape of mixed) shapes.set(shape.id, resolveMixins(model, shape));
  return { shapes, metadata: model.metadata };
}
