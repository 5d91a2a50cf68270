import { memberTraits, withDeprecation } from "../../compare/deprecation.js";
import { findProbableRenames } from "../../compare/member-renames.js";
import type { Rule } from "../../rule/rule.js";

/** A member that callers read looks renamed. That is our guess. */
export const responseMemberProbableRename: Rule = {
  id: "response.member.probable-rename",
  reach: "response",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: "response.member.probable-rename",
  kinds: ["member.added", "member.removed"],
  evaluate(difference, place) {
    return findProbableRenames(difference).map(({ before, after, changes }) => ({
      changes,
      member: after,
      message: `${place.name(before)} is gone and ${place.name(after)} of the same type is new; it looks like a rename, which is our guess.`,
      affected: `you read ${place.name(before)}`,
      action: withDeprecation(`Read ${place.name(after)} instead, and accept both during a rollout.`, {
        name: place.name(before),
        traits: memberTraits(difference.before, before),
      }),
    }));
  },
};
