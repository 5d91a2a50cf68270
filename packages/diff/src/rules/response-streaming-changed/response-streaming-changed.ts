import { createTraitRule } from "../trait-rule.js";

/** A response is streamed, or not any more. */
export const responseStreamingChanged = createTraitRule({
  id: "response.streaming.changed",
  reach: "response",
  wire: "error",
  source: "error",
  verdict: "breaking",
  bump: "major",
  mirror: "response.streaming.changed",
  traits: ["smithy.api#streaming", "smithy.api#requiresLength"],

  say: (place, delta) => ({
    message: `${place.name(delta.member)} ${delta.change.trait === "smithy.api#requiresLength" ? "has another rule about its length" : delta.after === undefined ? "is not streamed any more" : "is streamed now"}.`,
    affected: `you read ${place.name(delta.member)}`,
    action: "Change how you handle the body.",
  }),
});
