import { withDeprecation } from "../../compare/deprecation.js";
import { ENUM_VALUE_KINDS, findEnumValues } from "../../compare/enum-values.js";
import type { Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";
import { codeList } from "../../words.js";

/** A value that callers compare with is no longer listed. */
export const responseEnumValueRemoved: Rule = {
  id: "response.enum.value-removed",
  reach: "response",
  wire: "danger",
  source: "error",
  verdict: "check",
  witness: "both",
  bump: "major",
  mirror: "response.enum.value-added",
  kinds: ENUM_VALUE_KINDS,
  evaluate(difference, place, context) {
    return findEnumValues(difference, context)
      .filter(({ removed }) => removed.length > 0)
      .map(({ member, changes, removed, gone }) => ({
        changes,
        ...onMember(member),
        message: `${place.name(member)} is no longer documented to return ${codeList(removed)}.`,
        affected: `you compare ${place.name(member)} with ${codeList(removed, "or")}: those branches may never run again`,
        action: withDeprecation(
          `Do not count on ${codeList(removed, "or")} any more; stored records may still hold ${removed.length === 1 ? "it" : "them"}.`,
          ...gone,
        ),
      }));
  },
};
