import { type ShapeId, stringTrait } from "@shapelog/model";
import { awsServiceOf } from "../../knowledge/aws-service.js";
import { groupBy } from "../../knowledge/group-by.js";
import { structureOf } from "../../knowledge/structure-of.js";
import { topDown } from "../../knowledge/top-down.js";
import { defineRule } from "../../rule.js";

const VALUE = "aws.iam#conditionKeyValue";

/** Condition keys whose value two members give (Smithy 2.0, "aws.iam#conditionKeyValue trait"). */
export const conditionKeyValueTrait = defineRule({
  name: "ConditionKeyValueTrait",
  events: {
    ConditionKeyValueTrait: {
      severity: "error",
      message: (d: { operation: ShapeId; key: string; members: readonly string[] }) =>
        `The members ${d.members.join(" and ")} of the input of ${d.operation} all give the condition key "${d.key}". ` +
        "Leave @aws.iam#conditionKeyValue on one of them.",
    },
  },
  *validate(context, event) {
    if (context.withTrait(VALUE).length === 0) return;
    for (const { service, operations } of topDown(context)) {
      const prefix = awsServiceOf(service)?.arnNamespace;
      if (prefix === undefined) continue;
      for (const { id: operation, input } of operations) {
        const given = (structureOf(context, input)?.members ?? []).flatMap((member) => {
          const key = stringTrait(member, VALUE);
          return key === undefined
            ? []
            : [{ name: member.name, key: key.includes(":") ? key : `${prefix}:${key}` }];
        });
        for (const [key, uses] of groupBy(given, (each) => each.key)) {
          if (uses.length === 1) continue;
          const members = uses.map(({ name }) => name);
          yield event("ConditionKeyValueTrait", { shape: input }, { operation, key, members });
        }
      }
    }
  },
});
