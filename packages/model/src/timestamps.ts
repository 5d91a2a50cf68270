import { findShape } from "./lookup.js";
import type { Member, Model, ServiceShape } from "./shape.js";
import { hasTrait, stringTrait } from "./traits.js";

export type TimestampFormat = "date-time" | "http-date" | "epoch-seconds";

const PROTOCOL_DEFAULTS: readonly (readonly [trait: string, format: TimestampFormat])[] = [
  ["aws.protocols#awsJson1_0", "epoch-seconds"],
  ["aws.protocols#awsJson1_1", "epoch-seconds"],
  ["aws.protocols#restJson1", "epoch-seconds"],
  ["smithy.protocols#rpcv2Cbor", "epoch-seconds"],
  ["aws.protocols#restXml", "date-time"],
  ["aws.protocols#awsQuery", "date-time"],
  ["aws.protocols#ec2Query", "date-time"],
];

/**
 * Returns the format of a timestamp member in a document body: `@timestampFormat` of the member, else of its target,
 * else the default of the service's protocol, else `date-time` (Smithy 2.0, "timestampFormat trait").
 */
export function timestampFormat(model: Model, member: Member, service?: ServiceShape): TimestampFormat {
  const target = findShape(model, member.target);
  const stated = stringTrait(member, "timestampFormat") ?? (target && stringTrait(target, "timestampFormat"));
  if (stated === "date-time" || stated === "http-date" || stated === "epoch-seconds") return stated;
  return PROTOCOL_DEFAULTS.find(([id]) => service && hasTrait(service, id))?.[1] ?? "date-time";
}
