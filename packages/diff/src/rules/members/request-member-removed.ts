import { withDeprecation } from "../../compare/deprecation.js";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";

/** Callers may no longer send a member. */
export const requestMemberRemoved: Rule = {
  id: "request.member.removed",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: [
    "request.member.added",
    "request.member.required-added",
    "request.member.required-with-default",
    "request.idempotency-token.required",
  ],
  kinds: ["member.removed"],
  evaluate(difference, place) {
    return ofKind(difference, "member.removed").map((change) => ({
      changes: [change],
      member: change.member,
      message: `${place.name(change.member)} is gone.`,
      affected: `you set ${place.name(change.member)}`,
      action: withDeprecation(`Stop setting ${place.name(change.member)}; updated SDKs reject it.`, {
        name: place.name(change.member),
        traits: change.before.traits,
      }),
    }));
  },
};
