import type { Rule } from "../../rule.js";
import { ofTrait, onMember } from "../select.js";

/** Something was marked as deprecated, or the mark changed. */
export const deprecationChanged: Rule = {
  id: "deprecation.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  bump: "minor",
  mirror: "deprecation.changed",
  evaluate(difference, place) {
    return ofTrait(difference, "smithy.api#deprecated").map(({ change, member }) => ({
      changes: [change],
      ...onMember(member),
      message: `${place.name(member)} ${change.kind === "trait.removed" ? "is no longer deprecated" : "is deprecated"}.`,
    }));
  },
};
