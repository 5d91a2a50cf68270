import type { Rule } from "../../rule.js";
import { ofTrait, onMember } from "../select.js";

/** A member callers had to send may be left out. */
export const requestMemberOptional: Rule = {
  id: "request.member.optional",
  reach: "request",
  wire: "note",
  source: "note",
  verdict: "safe",
  bump: "minor",
  mirror: "request.member.required",
  evaluate(difference, place) {
    return ofTrait(difference, "smithy.api#required")
      .filter((delta) => delta.after === undefined)
      .map(({ change, member }) => ({
        changes: [change],
        ...onMember(member),
        message: `${place.name(member)} may now be left out.`,
      }));
  },
};
