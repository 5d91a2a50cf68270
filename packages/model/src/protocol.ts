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

/** Returns whether a service's protocol puts members where the HTTP binding traits say (Smithy 2.0, "HTTP bindings"). */
export function bindsHttp(service: ServiceShape): boolean {
  const protocol = findProtocol(service);
  return protocol === "aws.protocols#restJson1" || protocol === "aws.protocols#restXml";
}

/** What the bodies of a protocol are: JSON, CBOR, XML, or a form that is answered with XML. */
export type BodyEncoding = "json" | "cbor" | "xml" | "form";

const ENCODINGS: Readonly<Record<Protocol, BodyEncoding>> = {
  "aws.protocols#restJson1": "json",
  "aws.protocols#awsJson1_1": "json",
  "aws.protocols#awsJson1_0": "json",
  "smithy.protocols#rpcv2Cbor": "cbor",
  "aws.protocols#restXml": "xml",
  "aws.protocols#awsQuery": "form",
  "aws.protocols#ec2Query": "form",
};

/** Returns what a service's bodies are in the protocol that {@link findProtocol} finds; JSON where it finds none. */
export function bodyEncoding(service: ServiceShape): BodyEncoding {
  const protocol = findProtocol(service);
  return protocol === undefined ? "json" : ENCODINGS[protocol];
}

/** Returns a member's property in JSON: `@jsonName` in the protocol that follows it (Smithy 2.0, "jsonName trait"). */
export function jsonName(member: Pick<Member, "name" | "traits">, service: ServiceShape): string {
  const follows = findProtocol(service) === "aws.protocols#restJson1";
  return (follows ? stringTrait(member, "jsonName") : undefined) ?? member.name;
}
