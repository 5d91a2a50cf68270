import { isNodeObject, type ShapeId } from "@shapelog/model";
import { defineRule } from "../../rule.js";

const ARN = "aws.api#arn";

/** Relative ARNs with a resource delimiter (Smithy 2.0, "aws.api#arn trait"). */
export const arnTrait = defineRule({
  name: "ArnTrait",
  events: {
    ArnTrait: {
      severity: "error",
      message: (d: { resource: ShapeId }) =>
        `@aws.api#arn of ${d.resource} has a resourceDelimiter, which absolute ARNs alone have. Leave it out.`,
    },
  },
  *validate(context, event) {
    for (const { id, value } of context.withTrait(ARN)) {
      if (!isNodeObject(value) || value.absolute === true || value.resourceDelimiter === undefined) continue;
      yield event("ArnTrait", { shape: id, trait: ARN }, { resource: id });
    }
  },
});
