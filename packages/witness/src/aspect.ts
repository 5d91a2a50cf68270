import type { Change } from "@shapelog/changes";

/** What of a place a change is about. */
export type Aspect =
  /** Whether the member has to be there. */
  | "presence"
  /** Whether there is such a member. */
  | "member"
  /** The values of an enum. */
  | "values"
  | "length"
  | "range"
  | "pattern"
  | "uniqueItems"
  | "sparse"
  /** The name or the format that it has on the wire. */
  | "form"
  /** Anything, there or further down. */
  | "type";

const BY_TRAIT: ReadonlyMap<string, Aspect> = new Map([
  ["smithy.api#required", "presence"],
  ["smithy.api#default", "presence"],
  ["smithy.api#addedDefault", "presence"],
  ["smithy.api#clientOptional", "presence"],
  ["smithy.api#idempotencyToken", "presence"],
  ["smithy.api#box", "presence"],
  ["shapelog.botocore#box", "presence"],
  ["smithy.api#length", "length"],
  ["smithy.api#range", "range"],
  ["smithy.api#pattern", "pattern"],
  ["smithy.api#uniqueItems", "uniqueItems"],
  ["smithy.api#sparse", "sparse"],
]);

/** Returns what a change can be shown by. */
export function aspectsOf(change: Change): readonly Aspect[] {
  switch (change.kind) {
    case "member.added":
    case "member.removed":
      return ["presence", "member"];
    case "enum.value.added":
    case "enum.value.removed":
      return ["values"];
    case "trait.added":
    case "trait.removed":
    case "trait.changed":
      return [BY_TRAIT.get(change.trait) ?? "form"];
    default:
      return ["type"];
  }
}
