import type { Rule } from "../../rule/rule.js";
import { TRAIT_KINDS } from "../../rule/select.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Kinds of changes of a shape's own data. */
const UNREACHABLE_KINDS = [
  "shape.kind.changed",
  "member.added",
  "member.removed",
  "member.target.changed",
  "members.reordered",
  "enum.value.added",
  "enum.value.removed",
  "enum.value.renamed",
  ...TRAIT_KINDS,
] as const;

/** A shape that no operation reaches changed; only its type in generated code can matter. */
export const unreachableChanged: Rule = {
  id: "unreachable.changed",
  reach: "none",
  wire: "note",
  source: "warning",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "unreachable.changed",
  kinds: UNREACHABLE_KINDS,
  evaluate(difference, place) {
    if (difference.changes.length === 0) return [];
    return [
      {
        changes: difference.changes,
        message: `${place.name()} changed, but no operation sends or returns it both before and after.`,
      },
    ];
  },
};
