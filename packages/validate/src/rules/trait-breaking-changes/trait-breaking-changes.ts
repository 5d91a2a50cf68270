import { findMember, isNodeArray, isNodeObject, type ShapeId } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { defineRule } from "../../rule.js";

/** Paths of a trait's `breakingChanges` that lead nowhere (Smithy 2.0, "Trait breaking change rules"). */
export const traitBreakingChanges = defineRule({
  name: "TraitBreakingChanges",
  events: {
    TraitBreakingChanges: {
      severity: "error",
      message: (d: { trait: ShapeId; index: number; path: string; shape: ShapeId; segment: string }) =>
        `breakingChanges[${d.index}] of ${d.trait} has the path ${d.path}, but ${d.shape} has no member "${d.segment}".`,
    },
  },
  *validate(context, event) {
    for (const { id, value } of context.withTrait("trait")) {
      const changes = isNodeObject(value) && isNodeArray(value.breakingChanges) ? value.breakingChanges : [];
      for (const [index, change] of changes.entries()) {
        const path = isNodeObject(change) ? change.path : undefined;
        const missing = typeof path === "string" ? findMissing(context, id, path) : undefined;
        if (typeof path !== "string" || !missing) continue;
        const data = { trait: id, index, path, ...missing };
        yield event("TraitBreakingChanges", { shape: id, trait: "smithy.api#trait" }, data);
      }
    }
  },
});

/** Follows a JSON Pointer through members. Returns where it cannot go on, or `undefined`. */
function findMissing(
  context: ValidationContext,
  trait: ShapeId,
  path: string,
): { shape: ShapeId; segment: string } | undefined {
  let current = trait;
  for (const part of path.split("/").slice(1)) {
    const segment = part.replaceAll("~1", "/").replaceAll("~0", "~");
    const shape = context.shape(current);
    const member = shape && findMember(shape, segment);
    if (!member || !context.shape(member.target)) return { shape: current, segment };
    current = member.target;
  }
  return undefined;
}
