import { isErrorMessage } from "../../compare/error-message.js";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Callers may read a member they did not know. */
export const responseMemberAdded: Rule = {
  id: "response.member.added",
  reach: "response",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: ["response.member.removed", "response.error-message.changed"],
  kinds: ["member.added"],
  evaluate(difference, place, context) {
    return ofKind(difference, "member.added").map((change) => ({
      changes: [change],
      member: change.member,
      message: isErrorMessage(difference, change.member, { place, context })
        ? `${place.name(change.member)} is a member now; the error's own message was there before.`
        : `${place.name(change.member)} may appear.`,
      affected: "you reject unknown members, or compare whole responses with stored ones",
    }));
  },
};
