import { hasTrait, type Member } from "@shapelog/model";

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
