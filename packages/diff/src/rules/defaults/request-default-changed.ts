import { isNothing } from "../../compare/describe.js";
import { defaultWords } from "../../compare/describe-trait.js";
import { findChangedDefaults, OPTIONALITY_CLAIMS } from "../../compare/optionality.js";
import type { Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";

/** What the service assumes where callers leave a member out has changed. */
export const requestDefaultChanged: Rule = {
  id: "request.default.changed",
  reach: "request",
  wire: "warning",
  source: "note",
  verdict: "check",
  witness: { none: "the value that a service assumes is in no document" },
  bump: "minor",
  mirror: "request.default.changed",
  ...OPTIONALITY_CLAIMS,
  evaluate(difference, place, context) {
    return findChangedDefaults(difference, context).map(
      ({ member, changes, defaultValue: { before, after } }) => ({
        changes,
        ...onMember(member),
        message: isNothing(after)
          ? `${place.name(member)} has no default any more; it was ${defaultWords(before)}.`
          : `${place.name(member)} has the default ${defaultWords(after)} now${isNothing(before) ? "" : `; it was ${defaultWords(before)}`}.`,
        affected: `you leave ${place.name(member)} out`,
        action: isNothing(before)
          ? `Set ${place.name(member)} where you mean something else.`
          : `Set ${place.name(member)} to ${defaultWords(before)} to keep what you had.`,
      }),
    );
  },
};
