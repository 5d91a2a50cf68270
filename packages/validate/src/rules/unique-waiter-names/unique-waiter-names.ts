import type { ShapeId } from "@shapelog/model";
import { groupBy } from "../../knowledge/group-by.js";
import { topDown } from "../../knowledge/top-down.js";
import { readWaiters, WAITABLE } from "../../knowledge/waiters.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

/** Waiters of a service with one name (Smithy 2.0, "Waiters", names). */
export const uniqueWaiterNames = defineRule({
  name: "UniqueWaiterNames",
  events: {
    UniqueWaiterNames: {
      severity: "error",
      message: (d: { service: ShapeId; name: string; operations: readonly ShapeId[] }) =>
        `Operations of ${d.service} have waiters of the same name "${d.name}" (upper and lower case count the same): ` +
        `${listNames(d.operations)}. Give each a name of its own.`,
    },
  },
  *validate(context, event) {
    const waiters = new Map(readWaiters(context).map((each) => [each.shape.id, each.waiters]));
    if (waiters.size === 0) return;
    for (const { service, operations } of topDown(context)) {
      const named = operations.flatMap(({ id }) =>
        (waiters.get(id) ?? []).map(({ name }) => ({ id, name: name.toLowerCase() })),
      );
      for (const [name, uses] of groupBy(named, (each) => each.name)) {
        const same = [...new Set(uses.map(({ id }) => id))];
        if (same.length === 1) continue;
        for (const shape of same) {
          const data = { service: service.id, name, operations: same };
          yield event("UniqueWaiterNames", { shape, trait: WAITABLE }, data);
        }
      }
    }
  },
});
