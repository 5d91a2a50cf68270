import { hasTrait, type ServiceShape } from "@shapelog/model";

/**
 * How operations become requests: `rest` by `@http`; `target` by the header `X-Amz-Target`; `action` by the parameter
 * `Action`; `path` by `/service/<Service>/operation/<Operation>`.
 */
export type ProtocolStyle = "rest" | "target" | "action" | "path";

export interface Protocol {
  readonly style: ProtocolStyle;
  /** The media type of requests and responses, where a payload does not have its own. */
  readonly request: string;
  readonly response: string;
  /** The value of the header `smithy-protocol`, where the protocol has it. */
  readonly header?: string;
}

function same(style: ProtocolStyle, mediaType: string, header?: string): Protocol {
  return { style, request: mediaType, response: mediaType, ...(header === undefined ? {} : { header }) };
}

const FORM = "application/x-www-form-urlencoded";

/** In the order of preference where a service has several. */
const PROTOCOLS: readonly (readonly [trait: string, protocol: Protocol])[] = [
  ["aws.protocols#restJson1", same("rest", "application/json")],
  ["aws.protocols#awsJson1_1", same("target", "application/x-amz-json-1.1")],
  ["aws.protocols#awsJson1_0", same("target", "application/x-amz-json-1.0")],
  ["smithy.protocols#rpcv2Cbor", same("path", "application/cbor", "rpc-v2-cbor")],
  ["aws.protocols#restXml", same("rest", "application/xml")],
  ["aws.protocols#awsQuery", { style: "action", request: FORM, response: "text/xml" }],
  ["aws.protocols#ec2Query", { style: "action", request: FORM, response: "text/xml" }],
];

/** Returns the protocol of a service; `rest` with JSON where it has none that is known. */
export function findProtocol(service: ServiceShape): Protocol {
  return PROTOCOLS.find(([id]) => hasTrait(service, id))?.[1] ?? same("rest", "application/json");
}
