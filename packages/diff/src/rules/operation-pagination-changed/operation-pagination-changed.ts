import { createTraitRule } from "../trait-rule.js";

/** How an operation is paged through changed. */
export const operationPaginationChanged = createTraitRule({
  id: "operation.pagination.changed",
  reach: "any",
  wire: "warning",
  source: "warning",
  verdict: "check",
  bump: "minor",
  mirror: "operation.pagination.changed",
  traits: ["smithy.api#paginated", "shapelog.botocore#paginator"],

  say: (place, delta) => ({
    message: `${place.name(delta.member)} ${delta.after === undefined ? "has no pages any more" : delta.before === undefined ? "has pages now" : "has its page tokens or entries elsewhere"}.`,
    affected: "you page through it by hand: such loops may stop early",
    action: "Follow the token and the list that the model names now.",
  }),
});
