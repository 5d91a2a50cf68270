import { createTraitRule } from "../trait-rule.js";

/** A request is streamed, or not any more. */
export const requestStreamingChanged = createTraitRule({
  id: "request.streaming.changed",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  bump: "major",
  mirror: "request.streaming.changed",
  traits: ["smithy.api#streaming", "smithy.api#requiresLength"],

  say: (place, delta) => ({
    message: `${place.name(delta.member)} ${delta.change.trait === "smithy.api#requiresLength" ? "has another rule about its length" : delta.after === undefined ? "is not streamed any more" : "is streamed now"}.`,
    affected: `you send ${place.name(delta.member)}`,
    action: "Change how you handle the body.",
  }),
});
