import { describeTrait } from "../../compare/describe-trait.js";
import { createTraitRule } from "../../rule/trait-rule.js";

/** How bodies are checked or packed for transfer changed. */
export const transferChanged = createTraitRule({
  id: "transfer.changed",
  reach: "any",
  wire: "warning",
  source: "note",
  verdict: "check",
  witness: { none: "how a body is transferred is in no type and in no document" },
  bump: "minor",
  mirror: "transfer.changed",
  traits: [
    "aws.protocols#httpChecksum",
    "smithy.api#httpChecksumRequired",
    "smithy.api#requestCompression",
    "aws.auth#unsignedPayload",
    "aws.api#awsChunked",
    "shapelog.botocore#checksumFormat",
    "shapelog.botocore#httpChecksum",
  ],
  say: (place, delta) => ({
    message: `${place.name(delta.member)} has another checksum or packing: ${describeTrait(delta)}.`,
    affected: "you speak to the service without an updated SDK, or compute checksums yourself",
    action: "Update the SDK.",
  }),
});
