import { withDeprecation } from "../../compare/deprecation.js";
import { describeHeirs, ENUM_VALUE_KINDS, findEnumValues } from "../../compare/enum-values.js";
import type { Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";
import { codeList } from "../../words.js";

/** Values of an enum that callers send were taken out and others put in. */
export const requestEnumValuesReplaced: Rule = {
  id: "request.enum.values-replaced",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: "request.enum.values-replaced",
  kinds: ENUM_VALUE_KINDS,
  evaluate(difference, place, context) {
    return findEnumValues(difference, context)
      .filter(({ removed, added }) => removed.length > 0 && added.length > 0)
      .map(({ member, changes, removed, added, heirs, gone }) => ({
        changes,
        ...onMember(member),
        message: `${place.name(member)} no longer takes ${codeList(removed)}; it now takes ${codeList(added)}.`,
        affected: `you send ${codeList(removed, "or")} in ${place.name(member)}`,
        action: withDeprecation(
          `Send ${describeHeirs({ removed, heirs }) ?? describeOthers(removed, added)}.`,
          ...gone,
        ),
      }));
  },
};

/** Fewer new values than lost ones cannot replace each of them. */
function describeOthers(removed: readonly Value[], added: readonly Value[]): string {
  if (added.length >= removed.length)
    return `${codeList(added, "or")} instead; which replaces which is not ours to guess`;
  const are = added.length === 1 ? "is new; whether it replaces" : "are new; whether they replace";
  return `one of those that it takes now. ${codeList(added)} ${are} any is not ours to guess`;
}

type Value = string | number;
