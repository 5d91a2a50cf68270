import { ENUM_VALUE_KINDS, findEnumValues } from "../../compare/enum-values.js";
import type { Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";
import { codeList } from "../../words.js";

/** Callers may read a value they could not read before. */
export const responseEnumValueAdded: Rule = {
  id: "response.enum.value-added",
  reach: "response",
  wire: "danger",
  source: "danger",
  verdict: "check",
  witness: "both",
  bump: "minor",
  mirror: "response.enum.value-removed",
  kinds: ENUM_VALUE_KINDS,
  evaluate(difference, place, context) {
    return findEnumValues(difference, context)
      .filter(({ added }) => added.length > 0)
      .map(({ member, changes, added }) => ({
        changes,
        ...onMember(member),
        message: `${place.name(member)} can now be ${codeList(added, "or")}.`,
        affected: `you switch over ${place.name(member)} without a default, or parse it strictly`,
        action: `Add ${added.length === 1 ? "a branch" : "branches"} for ${codeList(added)}, and keep a default branch.`,
      }));
  },
};
