import { withDeprecation } from "../../compare/deprecation.js";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";

/** An alternative that callers handle is no longer returned. */
export const responseUnionAlternativeRemoved: Rule = {
  id: "response.union.alternative-removed",
  reach: "response",
  wire: "warning",
  source: "error",
  verdict: "check",
  witness: "both",
  bump: "major",
  mirror: "response.union.alternative-added",
  kinds: ["member.removed"],
  evaluate(difference, place) {
    if (difference.before?.kind !== "union") return [];
    return ofKind(difference, "member.removed").map((change) => ({
      changes: [change],
      member: change.member,
      message: `${place.name(change.member)} is no longer returned.`,
      affected: `you handle ${place.name(change.member)}: that branch never runs again`,
      action: withDeprecation("Drop the branch.", {
        name: place.name(change.member),
        traits: change.before.traits,
      }),
    }));
  },
};
