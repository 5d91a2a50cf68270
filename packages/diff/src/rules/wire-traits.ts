/** Traits that decide under which name, in which place and in which format a value travels. */
export const WIRE_TRAITS = [
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
] as const;

/** Whom a change of form concerns: SDKs follow by themselves once they are updated. */
export const RAW_CALLERS =
  "you speak to the service without an updated SDK: raw HTTP, mocks, proxies, signed URLs, recorded calls";
