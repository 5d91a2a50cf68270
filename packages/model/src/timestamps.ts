import { findShape } from "./lookup.js";
import type { Member, Model, ServiceShape, SimpleShape } from "./shape.js";
import { hasTrait, stringTrait } from "./traits.js";

const TIMESTAMP_FORMATS = ["date-time", "http-date", "epoch-seconds"] as const;

export type TimestampFormat = (typeof TIMESTAMP_FORMATS)[number];

const PROTOCOL_DEFAULTS: readonly (readonly [trait: string, format: TimestampFormat])[] = [
  ["aws.protocols#awsJson1_0", "epoch-seconds"],
  ["aws.protocols#awsJson1_1", "epoch-seconds"],
  ["aws.protocols#restJson1", "epoch-seconds"],
  ["smithy.protocols#rpcv2Cbor", "epoch-seconds"],
  ["aws.protocols#restXml", "date-time"],
  ["aws.protocols#awsQuery", "date-time"],
  ["aws.protocols#ec2Query", "date-time"],
];

/** What is a timestamp: a member, or a shape for the members of it that say nothing of their own. */
export type Timestamp = Pick<Member, "target" | "traits"> | SimpleShape;

/** The formats of members outside of the body, for protocols that bind members to HTTP. */
const BINDING_DEFAULTS: readonly (readonly [trait: string, format: TimestampFormat])[] = [
  ["httpHeader", "http-date"],
  ["httpPrefixHeaders", "http-date"],
  ["httpQuery", "date-time"],
  ["httpQueryParams", "date-time"],
  ["httpLabel", "date-time"],
];

const HTTP_PROTOCOLS = ["aws.protocols#restJson1", "aws.protocols#restXml"] as const;

/** Returns whether a service's protocol puts members where the HTTP binding traits say (Smithy 2.0, "HTTP bindings"). */
export function bindsHttp(service: ServiceShape): boolean {
  return HTTP_PROTOCOLS.some((id) => hasTrait(service, id));
}

/**
 * Returns the format of a timestamp: the one that is stated, else the default of the place that the member is bound to,
 * else that of the service's protocol for bodies, else `date-time` (Smithy 2.0, "timestampFormat trait", "httpHeader
 * trait", "httpLabel trait", "httpQuery trait").
 */
export function timestampFormat(model: Model, of: Timestamp, service?: ServiceShape): TimestampFormat {
  const stated = statedTimestampFormat(model, of);
  if (stated !== undefined) return stated;
  const bound = service && bindsHttp(service) ? BINDING_DEFAULTS.find(([id]) => hasTrait(of, id)) : undefined;
  if (bound) return bound[1];
  return PROTOCOL_DEFAULTS.find(([id]) => service && hasTrait(service, id))?.[1] ?? "date-time";
}

/** Returns the format that a model states of a timestamp: `@timestampFormat` of the member, else of its target. */
export function statedTimestampFormat(model: Model, of: Timestamp): TimestampFormat | undefined {
  const target = "target" in of ? findShape(model, of.target) : undefined;
  const stated = stringTrait(of, "timestampFormat") ?? (target && stringTrait(target, "timestampFormat"));
  return TIMESTAMP_FORMATS.find((format) => format === stated);
}
