import { withDeprecation } from "../../compare/deprecation.js";
import { describeHeirs, ENUM_VALUE_KINDS, findEnumValues } from "../../compare/enum-values.js";
import type { Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";
import { codeList } from "../../words.js";

/** Values of an enum that callers read were taken out and others put in. */
export const responseEnumValuesReplaced: Rule = {
  id: "response.enum.values-replaced",
  reach: "response",
  wire: "danger",
  source: "error",
  verdict: "check",
  witness: "both",
  bump: "major",
  mirror: "response.enum.values-replaced",
  kinds: ENUM_VALUE_KINDS,
  evaluate(difference, place, context) {
    return findEnumValues(difference, context)
      .filter(({ removed, added }) => removed.length > 0 && added.length > 0)
      .map(({ member, changes, removed, added, heirs, gone }) => ({
        changes,
        ...onMember(member),
        message: `${place.name(member)} is no longer documented to return ${codeList(removed)}; it can now be ${codeList(added, "or")}.`,
        affected: `you compare ${place.name(member)} with ${codeList(removed, "or")}: those branches may never run again`,
        action: withDeprecation(
          `Handle ${describeHeirs({ removed, heirs }) ?? codeList(added)} and add a default branch, in one edit. Stored records may still hold ${codeList(removed, "or")}.`,
          ...gone,
        ),
      }));
  },
};
