import { hasTrait, isNodeArray, isNodeObject, type NodeValue, type ShapeId } from "@shapelog/model";
import { defineRule } from "../../rule.js";

const ACTION = "aws.iam#iamAction";

/** The keys of the trait that were traits of their own. */
const OLDER: readonly (readonly [key: string, trait: ShapeId])[] = [
  ["name", "aws.iam#actionName"],
  ["documentation", "aws.iam#actionPermissionDescription"],
  ["requiredActions", "aws.iam#requiredActions"],
];

/** Actions that say a thing twice (Smithy 2.0, "aws.iam#iamAction trait"). */
export const iamAction = defineRule({
  name: "IamAction",
  events: {
    "IamAction.ConflictingProperty": {
      severity: "error",
      message: (d: { operation: ShapeId; key: string; trait: ShapeId }) =>
        `${d.operation} has "${d.key}" in @${ACTION} and the older @${d.trait} too. Take the older trait out.`,
    },
    "IamAction.Resources.DuplicateEntries": {
      severity: "danger",
      message: (d: { operation: ShapeId; names: readonly string[] }) =>
        `@${ACTION} of ${d.operation} lists ${d.names.join(", ")} among both the required and the optional resources. ` +
        "Take them out of one list.",
    },
  },
  *validate(context, event) {
    for (const { id, shape, value } of context.withTrait(ACTION)) {
      if (!isNodeObject(value)) continue;
      for (const [key, trait] of OLDER) {
        if (!isSet(value[key]) || !hasTrait(shape, trait)) continue;
        const place = { shape: id, trait, below: key };
        yield event("IamAction.ConflictingProperty", place, { operation: id, key, trait });
      }
      const names = findRepeated(value.resources);
      if (names.length === 0) continue;
      const place = { shape: id, trait: ACTION };
      yield event("IamAction.Resources.DuplicateEntries", place, { operation: id, names });
    }
  },
});

function isSet(value: NodeValue | undefined): boolean {
  return value !== undefined && !(isNodeArray(value) && value.length === 0);
}

function findRepeated(resources: NodeValue | undefined): readonly string[] {
  if (!isNodeObject(resources)) return [];
  const { required, optional } = resources;
  if (!isNodeObject(required) || !isNodeObject(optional)) return [];
  return Object.keys(required).filter((name) => Object.hasOwn(optional, name));
}
