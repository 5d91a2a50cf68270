import { ENUM_VALUE_KINDS, findEnumValues } from "../../compare/enum-values.js";
import type { Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";
import { codeList } from "../../words.js";

/** Callers may send a value they could not send before. */
export const requestEnumValueAdded: Rule = {
  id: "request.enum.value-added",
  reach: "request",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "request.enum.value-removed",
  kinds: ENUM_VALUE_KINDS,
  evaluate(difference, place, context) {
    return findEnumValues(difference, context)
      .filter(({ added }) => added.length > 0)
      .map(({ member, changes, added }) => ({
        changes,
        ...onMember(member),
        message: `${place.name(member)} now also takes ${codeList(added)}.`,
        action: `You may send ${codeList(added, "or")}.`,
      }));
  },
};
