import { isDemanded } from "@shapelog/model";
import { createDemandedMemberRule } from "../../rule/demanded-member-rule.js";

/** A request has to carry a token that SDKs fill in: those that know it. */
export const requestIdempotencyTokenRequired = createDemandedMemberRule({
  id: "request.idempotency-token.required",
  wire: "danger",
  source: "error",
  verdict: "check",
  witness: "wire",
  bump: "major",
  mirror: ["optionality.changed", "request.member.removed"],
  isAdded: (member) => isDemanded(member, "wire") && !isDemanded(member),
  isMoved: ({ token }) => token.before === "optional" && token.after === "required",
  say: (place, { name, isNew }) => ({
    message: `${place.name(name)} is ${isNew ? "new and" : "now"} required; SDKs that know it fill it in.`,
    affected: "you call without an updated SDK, or build requests by the package's wire types",
    action: `Update the SDK, or set ${place.name(name)} to a value that is the same in repeated calls.`,
  }),
});
