import { code } from "../../words.js";
import { createTraitRule } from "../trait-rule.js";

/** A hint about nulls changed that the types made here do not follow. */
export const optionalityChanged = createTraitRule({
  id: "optionality.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  bump: "patch",
  mirror: "optionality.changed",
  traits: [
    "smithy.api#clientOptional",
    "smithy.api#box",
    "shapelog.botocore#box",
    "smithy.api#input",
    "smithy.api#output",
  ],

  say: (place, delta) => ({
    message: `${place.name(delta.member)} has another hint about nulls: ${code(delta.change.trait)}.`,
  }),
});
