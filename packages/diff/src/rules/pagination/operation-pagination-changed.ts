import { describePaging } from "../../compare/describe-paging.js";
import { createPagingRule } from "../../rule/paging-rule.js";

/** The page tokens, page size or entries of an operation are elsewhere. */
export const operationPaginationChanged = createPagingRule({
  id: "operation.pagination.changed",
  step: "changed",
  wire: "warning",
  source: "warning",
  verdict: "check",
  witness: { none: "which members are pages is in no type of the data and in no document" },
  bump: "minor",
  mirror: "operation.pagination.changed",
  say: (place, deltas, difference) => {
    const { text, isOfEntries } = describePaging(deltas, difference);
    return {
      message: `${place.name()} has its page tokens, page size or entries elsewhere: ${text}.`,
      affected: `you page through it by hand: such loops may ${isOfEntries ? "miss entries" : "stop early"}`,
      action: "Follow the token and the list that the model names now.",
    };
  },
});
