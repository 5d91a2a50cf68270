import { describeValue } from "../../compare/describe.js";
import { createTraitRule, isChanged } from "../../rule/trait-rule.js";

/** The page tokens, page size or entries of an operation are elsewhere. */
export const operationPaginationChanged = createTraitRule({
  id: "operation.pagination.changed",
  reach: "any",
  wire: "warning",
  source: "warning",
  verdict: "check",
  bump: "minor",
  mirror: "operation.pagination.changed",
  traits: ["smithy.api#paginated", "shapelog.botocore#paginator"],
  when: isChanged,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} has its page tokens, page size or entries elsewhere: ${describeValue(delta)}.`,
    affected: "you page through it by hand: such loops may stop early",
    action: "Follow the token and the list that the model names now.",
  }),
});
