import { createTraitRule, isRemoved } from "../../rule/trait-rule.js";

/** An operation has no HTTP method and URI of its own any more. */
export const operationHttpRemoved = createTraitRule({
  id: "operation.http.removed",
  reach: "any",
  wire: "danger",
  source: "note",
  verdict: "check",
  witness: { none: "a document is a body, not its method and path" },
  bump: "patch",
  mirror: "operation.http.added",
  traits: ["smithy.api#http"],
  when: isRemoved,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} has no HTTP method and URI of its own any more.`,
    affected: "you speak to the service without an updated SDK, over a protocol that uses paths",
    action: "Update the SDK, or find out how the operation is called now.",
  }),
});
