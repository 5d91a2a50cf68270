import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";
import { code } from "../../words.js";

/** What holds is written in another place: at a member that was at its type, or the other way. */
export const traitRestated: Rule = {
  id: "trait.restated",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "trait.restated",
  kinds: "any",
  evaluate(difference, place, { isRestated = false }) {
    if (!isRestated) return [];
    return difference.changes.map((change) => {
      const member = "member" in change ? change.member : undefined;
      return {
        changes: [change],
        ...onMember(member),
        message:
          "target" in change
            ? `${code(shapeName(String(change.target)))} is listed in another place; the same operations have it.`
            : `What ${place.name(member)} says is written in another way; the same holds.`,
      };
    });
  },
};
