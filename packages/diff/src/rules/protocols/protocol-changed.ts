import { createTraitRule, wordOf } from "../../rule/trait-rule.js";
import { code } from "../../words.js";

/** The protocols that a service speaks changed. */
export const protocolChanged = createTraitRule({
  id: "protocol.changed",
  reach: "any",
  wire: "danger",
  source: "note",
  verdict: "check",
  bump: "minor",
  mirror: "protocol.changed",
  traits: [
    "aws.protocols#",
    "smithy.protocols#",
    "shapelog.botocore#protocol*",
    "shapelog.botocore#jsonVersion",
    "shapelog.botocore#awsQueryCompatible",
  ],
  say: (place, delta) => ({
    message: `${place.name(delta.member)} speaks another set of protocols: ${code(delta.change.trait)} ${wordOf(delta)}.`,
    affected: "you speak to the service without an updated SDK",
    action: "Update the SDK.",
  }),
});
