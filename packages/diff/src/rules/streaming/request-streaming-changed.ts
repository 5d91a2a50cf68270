import { describeStreaming } from "../../compare/describe.js";
import { createTraitRule } from "../../rule/trait-rule.js";

/** A request is streamed, or not any more. */
export const requestStreamingChanged = createTraitRule({
  id: "request.streaming.changed",
  reach: "request",
  wire: "error",
  source: "warning",
  verdict: "breaking",
  witness: { none: "types and validators do not look into streams" },
  bump: "minor",
  mirror: "request.streaming.changed",
  traits: ["smithy.api#streaming", "smithy.api#requiresLength"],
  say: (place, delta) => ({
    message: `${place.name(delta.member)} ${describeStreaming(delta)}.`,
    affected: `you send ${place.name(delta.member)}`,
    action: "Change how you hand the body over.",
  }),
});
