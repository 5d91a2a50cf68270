import { findProtocol, type Protocol, type ServiceShape } from "@shapelog/model";

/**
 * How operations become requests: `rest` by `@http`; `target` by the header `X-Amz-Target`; `action` by the parameter
 * `Action`; `path` by `/service/<Service>/operation/<Operation>`.
 */
export type ProtocolStyle = "rest" | "target" | "action" | "path";

/** What a protocol makes of requests and responses. */
export interface HttpForm {
  readonly style: ProtocolStyle;
  /** The media type of requests and responses, where a payload does not have its own. */
  readonly request: string;
  readonly response: string;
  /** The value of the header `smithy-protocol`, where the protocol has it. */
  readonly header?: string;
}

function same(style: ProtocolStyle, mediaType: string, header?: string): HttpForm {
  return { style, request: mediaType, response: mediaType, ...(header === undefined ? {} : { header }) };
}

const FORM = "application/x-www-form-urlencoded";

const PROTOCOLS: Readonly<Record<Protocol, HttpForm>> = {
  "aws.protocols#restJson1": same("rest", "application/json"),
  "aws.protocols#awsJson1_1": same("target", "application/x-amz-json-1.1"),
  "aws.protocols#awsJson1_0": same("target", "application/x-amz-json-1.0"),
  "smithy.protocols#rpcv2Cbor": same("path", "application/cbor", "rpc-v2-cbor"),
  "aws.protocols#restXml": same("rest", "application/xml"),
  "aws.protocols#awsQuery": { style: "action", request: FORM, response: "text/xml" },
  "aws.protocols#ec2Query": { style: "action", request: FORM, response: "text/xml" },
};

/** Returns the form of a service's requests and responses; `rest` with JSON where it has no protocol that is known. */
export function findHttpForm(service: ServiceShape): HttpForm {
  const protocol = findProtocol(service);
  return protocol ? PROTOCOLS[protocol] : same("rest", "application/json");
}
