import { flattenMixins, getShape, type Model, type Shape, usesMixins } from "@shapelog/model";

const MIXIN = "smithy.api#mixin";

/** Two models of which either both have their mixins resolved, or neither has any. */
export interface MixedModels {
  readonly before: Model;
  readonly after: Model;
}

/**
 * Returns two models as their mixins make them: every shape with the members and traits of its mixins, and no mixins
 * left (Smithy 2.0, "Mixins"). Models that use no mixins are returned as they are.
 */
export function resolveModels(models: MixedModels): MixedModels {
  if (!usesMixins(models.before) && !usesMixins(models.after)) return models;
  return { before: resolveModel(models.before), after: resolveModel(models.after) };
}

function resolveModel(model: Model): Model {
  const kept = [...flattenMixins(model).shapes].filter(([id]) => !isMixin(getShape(model, id)));
  return { ...model, shapes: new Map(kept) };
}

/** Returns whether a shape is there to be mixed in. */
export function isMixin(shape: Shape): boolean {
  return shape.traits[MIXIN] !== undefined;
}
