import { createTraitRule, isRemoved } from "../../rule/trait-rule.js";

/** An operation cannot be paged through any more. */
export const operationPaginationRemoved = createTraitRule({
  id: "operation.pagination.removed",
  reach: "any",
  wire: "warning",
  source: "warning",
  verdict: "check",
  bump: "minor",
  mirror: "operation.pagination.added",
  traits: ["smithy.api#paginated", "shapelog.botocore#paginator"],
  when: isRemoved,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} has no pages any more.`,
    affected: "you use a paginator of an SDK, or page through it by hand",
    action: "Read the whole result in one call, or check which members hold the tokens.",
  }),
});
