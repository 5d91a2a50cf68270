import { hasTrait, type ShapeId, shapeName } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { defineRule } from "../../rule.js";

/** Defaults in the input of updates: what was left out looks like what was set (Smithy 2.0, "default trait"). */
export const defaultValueInUpdate = defineRule({
  name: "DefaultValueInUpdate",
  events: {
    DefaultValueInUpdate: {
      severity: "warning",
      message: (d: { operation: ShapeId; members: readonly string[] }) =>
        `${d.operation} updates, and its input has defaults: ${d.members.join(", ")}. What a caller leaves out cannot be told from what they set.`,
    },
  },
  *validate(context, event) {
    for (const id of findUpdates(context)) {
      const operation = context.shape(id);
      const input = operation?.kind === "operation" ? context.shape(operation.input) : undefined;
      if (input?.kind !== "structure") continue;
      const members = input.members.filter((member) => hasTrait(member, "default")).map(({ name }) => name);
      if (members.length > 0) yield event("DefaultValueInUpdate", { shape: id }, { operation: id, members });
    }
  },
});

function findUpdates(context: ValidationContext): ReadonlySet<ShapeId> {
  const bound = context
    .ofKind("resource")
    .flatMap(({ lifecycle }) =>
      lifecycle.filter(({ name }) => name === "update").map(({ target }) => target),
    );
  const named = context.ofKind("operation").filter(({ id }) => /^(?:update|patch)/i.test(shapeName(id)));
  return new Set([...bound, ...named.map(({ id }) => id)]);
}
