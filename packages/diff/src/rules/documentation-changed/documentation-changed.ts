import type { Rule } from "../../rule.js";
import { ofTrait, onMember } from "../select.js";

/** A text changed; it may describe a behaviour that the model cannot show. */
export const documentationChanged: Rule = {
  id: "documentation.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  bump: "patch",
  mirror: "documentation.changed",
  evaluate(difference, place) {
    return ofTrait(difference, "smithy.api#documentation").map(({ change, member }) => ({
      changes: [change],
      ...onMember(member),
      message: `The text of ${place.name(member)} changed.`,
    }));
  },
};
