import { describeTrait } from "../../compare/describe-trait.js";
import { RAW_CALLERS, WIRE_TRAITS } from "../../compare/wire-traits.js";
import { createTraitRule } from "../../rule/trait-rule.js";

/** A value in a request has another name, place or format on the wire. Updated SDKs follow by themselves. */
export const requestWireFormatChanged = createTraitRule({
  id: "request.wire-format.changed",
  reach: "request",
  wire: "error",
  source: "note",
  verdict: "breaking",
  bump: "patch",
  mirror: "request.wire-format.changed",
  traits: WIRE_TRAITS,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} has another form on the wire: ${describeTrait(delta)}.`,
    affected: RAW_CALLERS,
    action: "Update the SDK, or change the raw form.",
  }),
});
