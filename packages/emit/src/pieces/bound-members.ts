import { hasTrait, type Member, type Shape, type ShapeId, stringTrait } from "@shapelog/model";

/** What a structure is the content of. Errors are responses. */
export type MessageRole = "request" | "response";

/** Traits that take a member out of the body (Smithy 2.0, "HTTP bindings"). The others of them say nothing there. */
const BOUND_TRAITS: Readonly<Record<MessageRole, readonly ShapeId[]>> = {
  request: ["httpHeader", "httpLabel", "httpPrefixHeaders", "httpQuery", "httpQueryParams"],
  response: ["httpHeader", "httpPrefixHeaders", "httpResponseCode"],
};

const ALL_TRAITS = Object.values(BOUND_TRAITS)
  .flat()
  .map((id) => `smithy.api#${id}`);

/** Returns whether a member stands outside of the body of a request or response, in protocols that follow HTTP bindings. */
export function isBoundElsewhere(member: Member, role: MessageRole): boolean {
  return BOUND_TRAITS[role].some((id) => hasTrait(member, id));
}

/** Returns a member that stands in a body, without bindings that say nothing there. */
export function unbind(member: Member): Member {
  if (!ALL_TRAITS.some((id) => hasTrait(member, id))) return member;
  const kept = Object.entries(member.traits).filter(([id]) => !ALL_TRAITS.includes(id));
  return { ...member, traits: Object.fromEntries(kept) };
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
