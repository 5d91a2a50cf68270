import { isNodeObject, type ShapeId } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { addToList } from "../../knowledge/add-to-list.js";
import { defineRule } from "../../rule.js";

const RESERVED: ReadonlySet<string> = new Set(["severityOverrides", "suppressions", "validators"]);

/** Metadata keys that several shapes define, or that are Smithy's own (Smithy 2.0, "metadata trait"). */
export const metadataTrait = defineRule({
  name: "MetadataTrait",
  events: {
    MetadataTrait: {
      severity: "error",
      message: (d: { shape: ShapeId; key: string; others: readonly ShapeId[] }) =>
        d.others.length === 0
          ? `${d.shape} defines the metadata "${d.key}", which is Smithy's own. Take another key.`
          : `${d.shape} defines the metadata "${d.key}", which ${d.others.join(", ")} does too. Leave one.`,
    },
  },
  *validate(context, event) {
    for (const [key, shapes] of findMetadataShapes(context)) {
      const isReserved = RESERVED.has(key);
      if (!isReserved && shapes.length < 2) continue;
      for (const shape of shapes) {
        const others = isReserved ? [] : shapes.filter((id) => id !== shape);
        yield event("MetadataTrait", { shape, trait: "smithy.api#metadata" }, { shape, key, others });
      }
    }
  },
});

/** Returns the shapes that define metadata, by key. */
export function findMetadataShapes(context: ValidationContext): ReadonlyMap<string, readonly ShapeId[]> {
  const shapes = new Map<string, ShapeId[]>();
  for (const { id, traits } of context.model.shapes.values()) {
    const value = traits["smithy.api#metadata"];
    if (!isNodeObject(value) || typeof value.key !== "string") continue;
    addToList(shapes, value.key, id);
  }
  return shapes;
}
