import type { ShapeId } from "@shapelog/model";
import { addToList } from "../../knowledge/add-to-list.js";
import { defineRule } from "../../rule.js";

/** Mixins that are not there, or lack one themselves: what they give is not known (Smithy 2.0, "Mixins"). */
export const unresolvedMixin = defineRule({
  name: "UnresolvedMixin",
  stage: "loading",
  events: {
    Model: {
      severity: "error",
      message: (d: { shape: ShapeId; mixin: ShapeId; isThere: boolean }) =>
        d.isThere
          ? `${d.shape} has mixin ${d.mixin}, which lacks a mixin itself.`
          : `${d.shape} has mixin ${d.mixin}, which is not in the model. Add the shape or correct the name.`,
    },
  },
  *validate(context, event) {
    const users = new Map<ShapeId, ShapeId[]>();
    for (const { id, mixins = [] } of context.shapes) {
      for (const mixin of mixins) addToList(users, mixin, id);
    }
    const broken = new Set([...users.keys()].filter((mixin) => !context.shape(mixin)));
    for (const mixin of broken) {
      for (const shape of users.get(mixin) ?? []) {
        yield event("Model", { shape }, { shape, mixin, isThere: context.shape(mixin) !== undefined });
        broken.add(shape);
      }
    }
  },
});
