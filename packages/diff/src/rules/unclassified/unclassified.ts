import type { Change } from "@shapelog/changes";
import type { Match, Place, Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";
import { code } from "../../words.js";

/** A change that no other rule explains. The last of the list, so that nothing goes untold. */
export const unclassified: Rule = {
  id: "unclassified",
  reach: "any",
  wire: "warning",
  source: "warning",
  verdict: "check",
  bump: "minor",
  mirror: "unclassified",
  kinds: "any",
  evaluate: ({ changes }, place) => changes.map((change) => describe(change, place)),
};

function describe(change: Change, place: Place): Match {
  const member = "member" in change ? change.member : undefined;
  return {
    changes: [change],
    ...onMember(member),
    message: `${place.name(member)} changed (${change.kind}${"trait" in change ? ` ${code(change.trait)}` : ""}); we have no rule for this yet.`,
    action: "Compare both sides of the change with your code.",
  };
}
