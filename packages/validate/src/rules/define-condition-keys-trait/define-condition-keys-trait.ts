import type { ShapeId } from "@shapelog/model";
import { conditionKeys } from "../../knowledge/condition-keys.js";
import { defineRule } from "../../rule.js";

/** Required condition keys that the service does not resolve (Smithy 2.0, "aws.iam#defineConditionKeys trait"). */
export const defineConditionKeysTrait = defineRule({
  name: "DefineConditionKeysTrait",
  events: {
    DefineConditionKeysTrait: {
      severity: "error",
      message: (d: { service: ShapeId; key: string }) =>
        `The condition key "${d.key}" of ${d.service} is required, but comes from the request. ` +
        "Put @required on the member, or the key into @aws.iam#serviceResolvedConditionKeys.",
    },
  },
  *validate(context, event) {
    for (const { service, defined, serviceResolved } of conditionKeys(context)) {
      for (const [key, { isRequired }] of defined) {
        if (!isRequired || serviceResolved.includes(key)) continue;
        const place = { shape: service.id, trait: "aws.iam#defineConditionKeys" };
        yield event("DefineConditionKeysTrait", place, { service: service.id, key });
      }
    }
  },
});
