import { hasTrait, type LifecycleBinding, type ShapeId } from "@shapelog/model";
import { defineRule } from "../../rule.js";

type Wanted = "readonly" | "not readonly" | "idempotent";

/** What the operation of each lifecycle slot has to be. */
const WANTED: Readonly<Record<LifecycleBinding["name"], readonly Wanted[]>> = {
  create: ["not readonly"],
  put: ["not readonly", "idempotent"],
  read: ["readonly"],
  update: ["not readonly"],
  delete: ["not readonly", "idempotent"],
  list: ["readonly"],
};

/** Lifecycle operations that do not do what their slot promises (Smithy 2.0, "Lifecycle operations"). */
export const resourceLifecycle = defineRule({
  name: "ResourceLifecycle",
  events: {
    ResourceLifecycle: {
      severity: "error",
      message: (d: { resource: ShapeId; slot: string; operation: ShapeId; wanted: Wanted }) =>
        `${d.operation} is ${d.slot} of ${d.resource}, so it ${
          d.wanted === "not readonly" ? "cannot have @readonly" : `needs @${d.wanted}`
        }.`,
    },
  },
  *validate(context, event) {
    for (const { id, lifecycle } of context.ofKind("resource")) {
      for (const { name, target } of lifecycle) {
        const operation = context.shape(target);
        if (operation?.kind !== "operation") continue;
        for (const wanted of WANTED[name]) {
          const isMet =
            wanted === "not readonly" ? !hasTrait(operation, "readonly") : hasTrait(operation, wanted);
          const data = { resource: id, slot: name, operation: target, wanted };
          if (!isMet) yield event("ResourceLifecycle", { shape: id }, data);
        }
      }
    }
  },
});
