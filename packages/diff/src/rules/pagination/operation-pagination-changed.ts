import { describeTrait } from "../../compare/describe-trait.js";
import { createPagingRule } from "../../rule/paging-rule.js";

/** The page tokens, page size or entries of an operation are elsewhere. */
export const operationPaginationChanged = createPagingRule({
  id: "operation.pagination.changed",
  step: "changed",
  wire: "warning",
  source: "warning",
  verdict: "check",
  bump: "minor",
  mirror: "operation.pagination.changed",
  say: (place, deltas) => ({
    message: `${place.name()} has its page tokens, page size or entries elsewhere: ${deltas.map(describeTrait).join(", ")}.`,
    affected: "you page through it by hand: such loops may stop early",
    action: "Follow the token and the list that the model names now.",
  }),
});
