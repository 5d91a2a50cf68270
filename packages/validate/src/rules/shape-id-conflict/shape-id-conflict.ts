import type { ShapeId } from "@shapelog/model";
import { addToList } from "../../knowledge/add-to-list.js";
import { defineRule } from "../../rule.js";

/** Ids that differ in the case of letters alone (Smithy 2.0, "Shape ID conflicts"). */
export const shapeIdConflict = defineRule({
  name: "ShapeIdConflict",
  stage: "critical",
  events: {
    ShapeIdConflict: {
      severity: "error",
      message: (d: { shape: ShapeId; others: readonly ShapeId[] }) =>
        `${d.shape} differs from ${d.others.join(", ")} in the case of letters alone. Rename one.`,
    },
  },
  *validate(context, event) {
    const first = new Map<string, ShapeId>();
    const groups = new Map<ShapeId, ShapeId[]>();
    for (const { id } of context.subjects()) {
      const key = id.toLowerCase();
      const other = first.get(key);
      if (other === undefined) first.set(key, id);
      else addToList(groups, other, id);
    }
    for (const [id, others] of groups) {
      const group = [id, ...others];
      for (const shape of group) {
        yield event("ShapeIdConflict", { shape }, { shape, others: group.filter((id) => id !== shape) });
      }
    }
  },
});
