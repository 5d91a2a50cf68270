import type { ShapeId } from "@shapelog/model";
import { findCycles } from "../../knowledge/find-cycles.js";
import { defineRule } from "../../rule.js";

/** Resources that contain themselves (Smithy 2.0, "Resource"). */
export const resourceCycle = defineRule({
  name: "ResourceCycle",
  stage: "correctness",
  events: {
    ResourceCycle: {
      severity: "error",
      message: (d: { resource: ShapeId; through: ShapeId }) =>
        d.resource === d.through
          ? `Resource ${d.resource} is listed in its own resources. Take it out.`
          : `Resource ${d.resource} contains itself through ${d.through}. Take one of the bindings out.`,
    },
  },
  *validate(context, event) {
    const resources = context.ofKind("resource").map(({ id }) => id);
    const cycles = findCycles(resources, (id) => {
      const shape = context.shape(id);
      return shape?.kind === "resource" ? shape.resources : [];
    });
    for (const [resource, through] of cycles) {
      yield event("ResourceCycle", { shape: resource }, { resource, through });
    }
  },
});
