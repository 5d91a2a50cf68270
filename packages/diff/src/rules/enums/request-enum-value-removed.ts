import { withDeprecation } from "../../compare/deprecation.js";
import { ENUM_VALUE_KINDS, findEnumValues } from "../../compare/enum-values.js";
import type { Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";
import { code, codeList } from "../../words.js";

/** Callers may no longer send a value. */
export const requestEnumValueRemoved: Rule = {
  id: "request.enum.value-removed",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: "request.enum.value-added",
  kinds: ENUM_VALUE_KINDS,
  evaluate(difference, place, context) {
    return findEnumValues(difference, context)
      .filter(({ removed }) => removed.length > 0)
      .map(({ member, changes, removed, left, gone }) => ({
        changes,
        ...onMember(member),
        message: `${place.name(member)} no longer takes ${codeList(removed)}; calls that send ${removed.length === 1 ? "it" : "them"} can be rejected.`,
        affected: `you send ${codeList(removed, "or")} in ${place.name(member)}`,
        action: withDeprecation(adviseLeft(left), ...gone),
      }));
  },
};

/** Which of the values that are left comes closest is not ours to say. */
function adviseLeft(left: readonly (string | number)[]): string {
  if (left.length === 0) return "Stop sending it.";
  const [only, ...others] = left;
  if (only !== undefined && others.length === 0) return `Send ${code(only)} instead.`;
  return `Send one of those that are left: ${codeList(left, "or")}.`;
}
