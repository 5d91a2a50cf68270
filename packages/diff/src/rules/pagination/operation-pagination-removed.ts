import { createPagingRule } from "../../rule/paging-rule.js";

/** An operation cannot be paged through any more. */
export const operationPaginationRemoved = createPagingRule({
  id: "operation.pagination.removed",
  step: "removed",
  wire: "warning",
  source: "warning",
  verdict: "check",
  witness: { none: "which members are pages is in no type of the data and in no document" },
  bump: "minor",
  mirror: "operation.pagination.added",
  say: (place) => ({
    message: `${place.name()} has no pages any more.`,
    affected: "you use a paginator of an SDK, or page through it by hand",
    action: "Read the whole result in one call, or check which members hold the tokens.",
  }),
});
