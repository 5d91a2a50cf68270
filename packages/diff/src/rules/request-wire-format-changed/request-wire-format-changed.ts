import { code } from "../../words.js";
import { createTraitRule } from "../trait-rule.js";

/** A value in a request has another name, place or format on the wire. Updated SDKs follow by themselves. */
export const requestWireFormatChanged = createTraitRule({
  id: "request.wire-format.changed",
  reach: "request",
  wire: "error",
  source: "note",
  verdict: "breaking",
  bump: "patch",
  mirror: "request.wire-format.changed",
  traits: [
    "smithy.api#jsonName",
    "smithy.api#xmlName",
    "smithy.api#xmlAttribute",
    "smithy.api#xmlFlattened",
    "smithy.api#xmlNamespace",
    "smithy.api#timestampFormat",
    "smithy.api#mediaType",
    "smithy.api#httpHeader",
    "smithy.api#httpQuery",
    "smithy.api#httpLabel",
    "smithy.api#httpPayload",
    "smithy.api#httpPrefixHeaders",
    "smithy.api#httpQueryParams",
    "smithy.api#httpResponseCode",
    "smithy.api#eventHeader",
    "smithy.api#eventPayload",
    "smithy.api#hostLabel",
    "aws.protocols#ec2QueryName",
    "shapelog.botocore#xmlOrder",
    "shapelog.botocore#locationName",
    "shapelog.botocore#timestampFormat",
    "shapelog.botocore#wrapper",
    "shapelog.botocore#resultWrapper",
    "aws.customizations#*",
  ],

  say: (place, delta) => ({
    message: `${place.name(delta.member)} has another form on the wire: ${code(delta.change.trait)} ${delta.after === undefined ? "is gone" : delta.before === undefined ? "is new" : "changed"}.`,
    affected:
      "you speak to the service without an updated SDK: raw HTTP, mocks, proxies, signed URLs, recorded calls",
    action: "Update the SDK, or change the raw form.",
  }),
});
