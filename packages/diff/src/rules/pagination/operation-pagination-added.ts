import { describeTrait } from "../../compare/describe-trait.js";
import { createPagingRule } from "../../rule/paging-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** An operation can be paged through. */
export const operationPaginationAdded = createPagingRule({
  id: "operation.pagination.added",
  step: "added",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "operation.pagination.removed",
  say: (place, [delta]) => ({
    message: `${place.name()} has pages now: ${describeTrait(delta)}.`,
  }),
});
