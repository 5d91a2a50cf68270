import { hasTrait } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { ofKind } from "../select.js";

/** Callers have to send a member they did not know. */
export const requestMemberRequiredAdded: Rule = {
  id: "request.member.required-added",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  bump: "major",
  mirror: "request.member.removed",
  evaluate(difference, place) {
    return ofKind(difference, "member.added")
      .filter((change) => hasTrait(change.after, "required"))
      .map((change) => ({
        changes: [change],
        member: change.member,
        message: `Every call must now set ${place.name(change.member)}.`,
        affected: `you call without ${place.name(change.member)}`,
        action: `Set ${place.name(change.member)}.`,
      }));
  },
};
