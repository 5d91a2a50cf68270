import { hasTrait, type Member, type Shape, stringTrait } from "@shapelog/model";

/** Traits that take a member out of the body (Smithy 2.0, "HTTP bindings"). */
const BOUND_TRAITS = [
  "httpHeader",
  "httpLabel",
  "httpPrefixHeaders",
  "httpQuery",
  "httpQueryParams",
  "httpResponseCode",
] as const;

/** Returns whether a member stands outside the body, in protocols that follow HTTP bindings. */
export function isBoundElsewhere(member: Member): boolean {
  return BOUND_TRAITS.some((id) => hasTrait(member, id));
}

/**
 * Returns the media type of a payload that is not encoded as the protocol does it: text, bytes, and streams of events;
 * `undefined` for all others (Smithy 2.0, "httpPayload trait").
 */
export function rawMediaType(member: Member, target: Shape | undefined): string | undefined {
  const stated = stringTrait(member, "mediaType") ?? (target && stringTrait(target, "mediaType"));
  switch (target?.kind) {
    case "blob":
      return safeMediaType(stated, "application/octet-stream");
    case "string":
    case "enum":
      return safeMediaType(stated, "text/plain");
    case "union":
      return hasTrait(target, "streaming") ? "application/vnd.amazon.eventstream" : undefined;
    default:
      return undefined;
  }
}

/** A media type that is one (RFC 6838, section 4.2), else the default. */
function safeMediaType(stated: string | undefined, otherwise: string): string {
  const isType = /^[\w!#$&^.+-]{1,127}\/[\w!#$&^.+-]{1,127}(?:; ?[\w-]+=[\w.-]+)*$/;
  return stated !== undefined && isType.test(stated) ? stated : otherwise;
}
