import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Callers may send an alternative they did not know. */
export const requestUnionAlternativeAdded: Rule = {
  id: "request.union.alternative-added",
  reach: "request",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "request.union.alternative-removed",
  kinds: ["member.added"],
  evaluate(difference, place) {
    if (difference.after?.kind !== "union") return [];
    return ofKind(difference, "member.added").map((change) => ({
      changes: [change],
      member: change.member,
      message: `You may now send ${place.name(change.member)}.`,
    }));
  },
};
