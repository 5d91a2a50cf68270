import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";

/** Callers may read an alternative they did not know. */
export const responseUnionAlternativeAdded: Rule = {
  id: "response.union.alternative-added",
  reach: "response",
  wire: "danger",
  source: "danger",
  verdict: "check",
  witness: "both",
  bump: "minor",
  mirror: "response.union.alternative-removed",
  kinds: ["member.added"],
  evaluate(difference, place) {
    if (difference.after?.kind !== "union") return [];
    return ofKind(difference, "member.added").map((change) => ({
      changes: [change],
      member: change.member,
      message: `${place.name(change.member)} may appear as an alternative.`,
      affected: "you handle each alternative by itself, without a default",
      action: "Add a branch for it, and keep a default branch.",
    }));
  },
};
