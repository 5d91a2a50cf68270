import { withDeprecation } from "../../compare/deprecation.js";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";

/** Callers can no longer read a member. */
export const responseMemberRemoved: Rule = {
  id: "response.member.removed",
  reach: "response",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: "response.member.added",
  kinds: ["member.removed"],
  evaluate(difference, place) {
    return ofKind(difference, "member.removed").map((change) => ({
      changes: [change],
      member: change.member,
      message: `${place.name(change.member)} is no longer returned.`,
      affected: `you read ${place.name(change.member)}`,
      action: withDeprecation("Find another source for it; reads now give nothing.", {
        name: place.name(change.member),
        traits: change.before.traits,
      }),
    }));
  },
};
