import { memberId, type ShapeId, stringTrait } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { type ConditionKeys, conditionKeys } from "../../knowledge/condition-keys.js";
import { structureOf } from "../../knowledge/structure-of.js";
import { topDown } from "../../knowledge/top-down.js";
import { defineRule } from "../../rule.js";

const VALUE = "aws.iam#conditionKeyValue";
const RESOLVED = "aws.iam#serviceResolvedConditionKeys";

interface Found {
  readonly service: ShapeId;
  readonly shape: ShapeId;
  readonly keys: readonly string[];
  readonly isResolved: boolean;
}

/** Condition keys that nothing defines, or that have two sources (Smithy 2.0, "AWS IAM traits"). */
export const conditionKeysRule = defineRule({
  name: "ConditionKeys",
  events: {
    ConditionKeys: {
      severity: "error",
      message: (d: Found) =>
        d.isResolved
          ? `${d.shape} gives the value of "${d.keys[0]}", which ${d.service} resolves itself. Take one of the two out.`
          : `${d.shape} has the condition keys ${d.keys.map((key) => `"${key}"`).join(", ")}, which ${d.service} ` +
            "does not define. Add them to @aws.iam#defineConditionKeys.",
    },
  },
  *validate(context, event) {
    const operations = new Map(topDown(context).map((bound) => [bound.service, bound.operations]));
    for (const known of conditionKeys(context)) {
      const service = known.service.id;
      const unknown = known.serviceResolved.filter((key) => !known.defined.has(key));
      if (unknown.length > 0) {
        const place = { shape: service, trait: RESOLVED };
        yield event("ConditionKeys", place, { service, shape: service, keys: unknown, isResolved: false });
      }
      for (const { id, input } of operations.get(known.service) ?? []) {
        const keys = [...(known.bySubject.get(id) ?? [])];
        const undefinedKeys = keys.filter((key) => !known.defined.has(key) && !key.startsWith("aws:"));
        if (undefinedKeys.length > 0) {
          const data = { service, shape: id, keys: undefinedKeys, isResolved: false };
          yield event("ConditionKeys", { shape: id }, data);
        }
        for (const { member, key, isResolved } of findValueProblems(context, known, input)) {
          const data = { service, shape: member, keys: [key], isResolved };
          yield event("ConditionKeys", { shape: member, trait: VALUE }, data);
        }
      }
    }
  },
});

function* findValueProblems(context: ValidationContext, known: ConditionKeys, input: ShapeId) {
  for (const member of structureOf(context, input)?.members ?? []) {
    const value = stringTrait(member, VALUE);
    if (value === undefined) continue;
    const key = known.complete(value);
    const found = { member: memberId(input, member.name), key };
    if (!known.defined.has(key)) yield { ...found, isResolved: false };
    if (known.serviceResolved.includes(key)) yield { ...found, isResolved: true };
  }
}
