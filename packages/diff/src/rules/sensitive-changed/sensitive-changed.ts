import { createTraitRule } from "../trait-rule.js";

/** Data was marked as sensitive, or the mark went. */
export const sensitiveChanged = createTraitRule({
  id: "sensitive.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  bump: "patch",
  mirror: "sensitive.changed",
  traits: ["smithy.api#sensitive"],

  say: (place, delta) => ({
    message: `${place.name(delta.member)} is ${delta.after === undefined ? "not marked as sensitive any more" : "marked as sensitive; keep it out of logs"}.`,
  }),
});
