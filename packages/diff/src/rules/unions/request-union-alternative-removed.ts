import { withDeprecation } from "../../compare/deprecation.js";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";

/** Callers may no longer send an alternative. */
export const requestUnionAlternativeRemoved: Rule = {
  id: "request.union.alternative-removed",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: "request.union.alternative-added",
  kinds: ["member.removed"],
  evaluate(difference, place) {
    if (difference.before?.kind !== "union") return [];
    return ofKind(difference, "member.removed").map((change) => ({
      changes: [change],
      member: change.member,
      message: `${place.name(change.member)} is gone; calls that send it can be rejected.`,
      affected: `you send ${place.name(change.member)}`,
      action: withDeprecation("Send one of the alternatives that are left.", {
        name: place.name(change.member),
        traits: change.before.traits,
      }),
    }));
  },
};
