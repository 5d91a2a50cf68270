import { describeStreaming } from "../../compare/describe.js";
import { createTraitRule } from "../../rule/trait-rule.js";

/** A response is streamed, or not any more. */
export const responseStreamingChanged = createTraitRule({
  id: "response.streaming.changed",
  reach: "response",
  wire: "error",
  source: "warning",
  verdict: "breaking",
  witness: { none: "types and validators do not look into streams" },
  bump: "minor",
  mirror: "response.streaming.changed",
  traits: ["smithy.api#streaming", "smithy.api#requiresLength"],
  say: (place, delta) => ({
    message: `${place.name(delta.member)} ${describeStreaming(delta)}.`,
    affected: `you read ${place.name(delta.member)}`,
    action: "Change how you read the body.",
  }),
});
