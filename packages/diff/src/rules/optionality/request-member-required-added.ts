import { isDemanded } from "@shapelog/model";
import { hasDefault } from "../../compare/optionality.js";
import { callWords, isTop } from "../../rule/call-words.js";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";

/** Callers have to send a member they did not know. */
export const requestMemberRequiredAdded: Rule = {
  id: "request.member.required-added",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: "request.member.removed",
  kinds: ["member.added"],
  evaluate(difference, place) {
    return ofKind(difference, "member.added")
      .filter((change) => isDemanded(change.after) && !hasDefault(change.after))
      .map((change) => ({
        changes: [change],
        member: change.member,
        message: isTop(place)
          ? `Every call must now set ${place.name(change.member)}.`
          : `Every call that sends ${place.name()} must now set ${place.name(change.member)}.`,
        affected: callWords(place, change.member).without,
        action: `${callWords(place, change.member).set}.`,
      }));
  },
};
