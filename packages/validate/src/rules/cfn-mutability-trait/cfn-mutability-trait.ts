import { hasTrait, type Member, type Shape, type ShapeId } from "@shapelog/model";
import { defineRule } from "../../rule.js";

const MUTABILITY = "aws.cloudformation#cfnMutability";

/** Identifiers that can only be written (Smithy 2.0, "aws.cloudformation#cfnMutability trait"). */
export const cfnMutabilityTrait = defineRule({
  name: "CfnMutabilityTrait",
  events: {
    CfnMutabilityTrait: {
      severity: "error",
      message: (d: { member: ShapeId; mutability: string }) =>
        `${d.member} is an additional identifier, but with the mutability "${d.mutability}" it cannot be read back. ` +
        'Make it "read" or "full".',
    },
  },
  *validate(context, event) {
    for (const { id, shape, member, value } of context.withTrait(MUTABILITY)) {
      const traited: Member | Shape = member ?? shape;
      if (!hasTrait(traited, "aws.cloudformation#cfnAdditionalIdentifier")) continue;
      if (value !== "write" && value !== "create") continue;
      yield event("CfnMutabilityTrait", { shape: id, trait: MUTABILITY }, { member: id, mutability: value });
    }
  },
});
