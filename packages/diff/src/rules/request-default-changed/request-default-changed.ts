import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { isNothing } from "../describe.js";
import { findChangedDefaults, OPTIONALITY_CLAIMS } from "../optionality.js";
import { onMember } from "../select.js";

/** What the service assumes where callers leave a member out has changed. */
export const requestDefaultChanged: Rule = {
  id: "request.default.changed",
  reach: "request",
  wire: "warning",
  source: "note",
  verdict: "check",
  bump: "minor",
  mirror: "request.default.changed",
  ...OPTIONALITY_CLAIMS,
  evaluate(difference, place, context) {
    return findChangedDefaults(difference, context).map(
      ({ member, changes, defaultValue: { before, after } }) => ({
        changes,
        ...onMember(member),
        message: isNothing(after)
          ? `${place.name(member)} has no default any more; it was ${code(JSON.stringify(before))}.`
          : `${place.name(member)} has the default ${code(JSON.stringify(after))} now${isNothing(before) ? "" : `; it was ${code(JSON.stringify(before))}`}.`,
        affected: `you leave ${place.name(member)} out`,
        action: isNothing(before)
          ? `Set ${place.name(member)} where you mean something else.`
          : `Set ${place.name(member)} to ${code(JSON.stringify(before))} to keep what you had.`,
      }),
    );
  },
};
