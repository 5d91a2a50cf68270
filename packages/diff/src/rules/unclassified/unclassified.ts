import { describeChange } from "../../compare/describe-change.js";
import { describeTraitChange } from "../../compare/describe-trait-change.js";
import type { Difference, Place, Rule } from "../../rule/rule.js";
import { ofTrait, onMember } from "../../rule/select.js";

/** A change that no other rule explains. The last of the list, so that nothing goes untold. */
export const unclassified: Rule = {
  id: "unclassified",
  reach: "any",
  wire: "warning",
  source: "warning",
  verdict: "check",
  witness: { none: "no rule covers the change, so nothing is claimed of it that could be shown" },
  bump: "minor",
  mirror: [
    "trait.changed.error",
    "trait.changed.danger",
    "trait.changed.warning",
    "trait.changed.note",
    "unclassified",
  ],
  kinds: "any",
  evaluate: (difference, place) =>
    difference.changes.map((change) => {
      const member = "member" in change ? change.member : undefined;
      return {
        changes: [change],
        ...onMember(member),
        message: `${describe({ ...difference, changes: [change] }, place, member)}; we have no rule for this yet.`,
        action: "Compare both sides of the change with your code.",
      };
    }),
};

function describe(difference: Difference, place: Place, member: string | undefined): string {
  const [delta] = ofTrait(difference, () => true);
  if (delta) return describeTraitChange(delta, place);
  const [change] = difference.changes;
  const told = change && describeChange(change);
  return `${place.name(member)} changed${told === undefined ? "" : ` (${told})`}`;
}
