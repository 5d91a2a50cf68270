import { checkNode } from "../../node/check-node.js";
import { describeProblem, type NodeProblem } from "../../node/problems.js";
import { defineRule } from "../../rule.js";
import { findMetadataShapes } from "../metadata-trait/metadata-trait.js";

/** Metadata that does not fit the shape that defines it (Smithy 2.0, "metadata trait"). */
export const typedMetadata = defineRule({
  name: "TypedMetadata",
  events: {
    TypedMetadata: {
      severity: "error",
      message: (d: { key: string; problem: NodeProblem }) =>
        `Metadata ${d.key}: ${describeProblem(d.problem)}`,
    },
  },
  *validate(context, event) {
    for (const [key, [id, ...others]] of findMetadataShapes(context)) {
      const value = context.written.metadata.get(key);
      const shape = id === undefined ? undefined : context.shape(id);
      if (value === undefined || !shape || others.length > 0) continue;
      const subject = { id: shape.id, traits: shape.traits, shape };
      for (const problem of checkNode(context, subject, {
        value,
        base64Blobs: true,
        zeroMayBeOutOfRange: true,
      })) {
        const below = problem.below === undefined ? key : `${key}.${problem.below}`;
        yield event("TypedMetadata", { below, severity: problem.severity }, { key, problem });
      }
    }
  },
});
