import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Callers may send a member they did not know. */
export const requestMemberAdded: Rule = {
  id: "request.member.added",
  reach: "request",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "request.member.removed",
  kinds: ["member.added"],
  evaluate(difference, place) {
    return ofKind(difference, "member.added").map((change) => ({
      changes: [change],
      member: change.member,
      message: `You may now set ${place.name(change.member)}; leaving it out keeps working.`,
    }));
  },
};
