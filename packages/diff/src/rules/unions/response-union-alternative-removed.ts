import { withDeprecation } from "../../compare/deprecation.js";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";

/** An alternative that callers handle is no longer returned. */
export const responseUnionAlternativeRemoved: Rule = {
  id: "response.union.alternative-removed",
  reach: "response",
  wire: "warning",
  source: "error",
  verdict: "check",
  witness: "both",
  bump: "major",
  mirror: "response.union.alternative-added",
  kinds: ["member.removed"],
  evaluate(difference, place) {
    if (difference.before?.kind !== "union") return [];
    return ofKind(difference, "member.removed").map((change) => ({
      changes: [change],
      member: change.member,
      message: `${place.name(change.member)} is no longer documented to be returned.`,
      affected: `you handle ${place.name(change.member)}: that branch may never run again`,
      action: withDeprecation("Do not count on it any more; stored records may still hold it.", {
        name: place.name(change.member),
        traits: change.before.traits,
      }),
    }));
  },
};
