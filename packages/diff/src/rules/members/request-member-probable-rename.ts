import { memberTraits, withDeprecation } from "../../compare/deprecation.js";
import { findProbableRenames } from "../../compare/member-renames.js";
import type { Rule } from "../../rule/rule.js";

/** A member that callers send looks renamed. That is our guess. */
export const requestMemberProbableRename: Rule = {
  id: "request.member.probable-rename",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: "request.member.probable-rename",
  kinds: ["member.added", "member.removed"],
  evaluate(difference, place) {
    return findProbableRenames(difference).map(({ before, after, changes }) => ({
      changes,
      member: after,
      message: `${place.name(before)} is gone and ${place.name(after)} of the same type is new; it looks like a rename, which is our guess.`,
      affected: `you set ${place.name(before)}`,
      action: withDeprecation(`Set ${place.name(after)} instead; updated SDKs reject the old name.`, {
        name: place.name(before),
        traits: memberTraits(difference.before, before),
      }),
    }));
  },
};
