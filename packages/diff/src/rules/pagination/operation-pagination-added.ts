import { describeValue } from "../../compare/describe.js";
import { createTraitRule, isAdded } from "../../rule/trait-rule.js";

/** An operation can be paged through. */
export const operationPaginationAdded = createTraitRule({
  id: "operation.pagination.added",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "safe",
  bump: "minor",
  mirror: "operation.pagination.removed",
  traits: ["smithy.api#paginated", "shapelog.botocore#paginator"],
  when: isAdded,
  say: (place, delta) => ({ message: `${place.name(delta.member)} has pages now: ${describeValue(delta)}.` }),
});
