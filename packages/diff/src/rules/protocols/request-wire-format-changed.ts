import { WIRE_TRAITS } from "../../compare/wire-traits.js";
import { createWireRule } from "../../rule/wire-rule.js";

/** A value in a request has another name, place or format on the wire. Updated SDKs follow by themselves. */
export const requestWireFormatChanged = createWireRule({
  id: "request.wire-format.changed",
  reach: "request",
  wire: "error",
  source: "note",
  verdict: "breaking",
  witness: "wire",
  bump: "patch",
  mirror: "request.wire-format.changed",
  traits: WIRE_TRAITS,
  say: (name, { told, readers }) => ({
    message: `${name} has another form on the wire: ${told}.`,
    affected: readers,
    action: "Update the SDK, or change the raw form.",
  }),
});
