import { isDemanded } from "@shapelog/model";
import { hasDefault } from "../../compare/optionality.js";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";

/** Callers have to send a member they did not know. */
export const requestMemberRequiredAdded: Rule = {
  id: "request.member.required-added",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  bump: "major",
  mirror: "request.member.removed",
  kinds: ["member.added"],
  evaluate(difference, place) {
    const isTop = place.positions.every((position) => position.path === "");
    return ofKind(difference, "member.added")
      .filter((change) => isDemanded(change.after) && !hasDefault(change.after))
      .map((change) => ({
        changes: [change],
        member: change.member,
        message: isTop
          ? `Every call must now set ${place.name(change.member)}.`
          : `Every call that sends ${place.name()} must now set ${place.name(change.member)}.`,
        affected: isTop ? `you call without ${place.name(change.member)}` : `you send ${place.name()}`,
        action: `Set ${place.name(change.member)}.`,
      }));
  },
};
