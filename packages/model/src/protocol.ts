import type { Member, ServiceShape } from "./shape.js";
import { hasTrait, stringTrait } from "./traits.js";

const PROTOCOLS = [
  "aws.protocols#restJson1",
  "aws.protocols#awsJson1_1",
  "aws.protocols#awsJson1_0",
  "smithy.protocols#rpcv2Cbor",
  "aws.protocols#restXml",
  "aws.protocols#awsQuery",
  "aws.protocols#ec2Query",
] as const;

/** The shape id of a protocol's trait. */
export type Protocol = (typeof PROTOCOLS)[number];

/**
 * Returns the protocol in which a service's data is shown; `undefined` where it has none that is known. Of several it
 * is the first of REST with JSON, JSON, CBOR, REST with XML, and the query protocols.
 */
export function findProtocol(service: ServiceShape): Protocol | undefined {
  return PROTOCOLS.find((id) => hasTrait(service, id));
}

const WITHOUT_JSON: ReadonlySet<Protocol | undefined> = new Set<Protocol>([
  "smithy.protocols#rpcv2Cbor",
  "aws.protocols#restXml",
  "aws.protocols#awsQuery",
  "aws.protocols#ec2Query",
]);

/** Returns whether a service's bodies are JSON. They are taken to be where no protocol is known. */
export function speaksJson(service: ServiceShape): boolean {
  return !WITHOUT_JSON.has(findProtocol(service));
}

/** Returns whether a service's protocol puts members where the HTTP binding traits say (Smithy 2.0, "HTTP bindings"). */
export function bindsHttp(service: ServiceShape): boolean {
  const protocol = findProtocol(service);
  return protocol === "aws.protocols#restJson1" || protocol === "aws.protocols#restXml";
}

/** Returns a member's property in JSON: `@jsonName` in the protocol that follows it (Smithy 2.0, "jsonName trait"). */
export function jsonName(member: Pick<Member, "name" | "traits">, service: ServiceShape): string {
  const follows = findProtocol(service) === "aws.protocols#restJson1";
  return (follows ? stringTrait(member, "jsonName") : undefined) ?? member.name;
}
