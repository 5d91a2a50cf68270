import { code } from "../../words.js";
import { createTraitRule } from "../trait-rule.js";

/** What the service assumes where callers leave a member out has changed. */
export const requestDefaultChanged = createTraitRule({
  id: "request.default.changed",
  reach: "request",
  wire: "warning",
  source: "note",
  verdict: "check",
  bump: "minor",
  mirror: "request.default.changed",
  traits: ["smithy.api#default", "smithy.api#addedDefault"],

  say: (place, delta) => ({
    message: `${place.name(delta.member)} ${delta.after === undefined ? "has no default any more" : `has the default ${code(JSON.stringify(delta.after))} now`}.`,
    affected: `you leave ${place.name(delta.member)} out`,
    action: "Set it yourself to keep what you had.",
  }),
});
