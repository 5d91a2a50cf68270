import { code } from "../../words.js";
import { createTraitRule } from "../trait-rule.js";

/** The value that stands for an absent member has changed. */
export const responseDefaultChanged = createTraitRule({
  id: "response.default.changed",
  reach: "response",
  wire: "note",
  source: "note",
  verdict: "notice",
  bump: "patch",
  mirror: "response.default.changed",
  traits: ["smithy.api#default", "smithy.api#addedDefault"],

  say: (place, delta) => ({
    message: `${place.name(delta.member)} ${delta.after === undefined ? "has no default any more" : `has the default ${code(JSON.stringify(delta.after))} now`}.`,
  }),
});
