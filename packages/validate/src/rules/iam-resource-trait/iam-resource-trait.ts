import { isNodeObject, type ShapeId, shapeName, trait } from "@shapelog/model";
import { iamName } from "../../knowledge/condition-keys.js";
import { defineRule } from "../../rule.js";

/** Names of IAM resources that are not in the ARN (Smithy 2.0, "aws.iam#iamResource trait"). */
export const iamResourceTrait = defineRule({
  name: "IamResourceTrait",
  events: {
    IamResourceTrait: {
      severity: "danger",
      message: (d: { resource: ShapeId; name: string; template: string }) =>
        `The IAM name of ${d.resource} is "${d.name}", which is no part of its ARN template "${d.template}".`,
    },
  },
  *validate(context, event) {
    for (const { id, shape } of context.withTrait("aws.iam#iamResource")) {
      const arn = trait(shape, "aws.api#arn");
      if (!isNodeObject(arn) || typeof arn.template !== "string" || arn.absolute === true) continue;
      const name = iamName(shape) ?? shapeName(id).toLowerCase();
      if (arn.template.split(/[/:]/).includes(name)) continue;
      yield event("IamResourceTrait", { shape: id }, { resource: id, name, template: arn.template });
    }
  },
});
