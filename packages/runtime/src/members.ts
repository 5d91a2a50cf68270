import { listNames } from "./describe.js";
import { failType } from "./fail.js";
import { type Failures, fail, HIDDEN, hide, type Segment } from "./failures.js";
import { isObject } from "./is-object.js";
import { TYPE_MEMBER } from "./type-member.js";

/**
 * What clients made with Smithy put on outputs (@smithy/types, `MetadataBearer`), and that of S3 beside the time: the
 * text that was sent for it.
 */
export const OUTPUT_ENVELOPE: readonly string[] = ["$metadata", "ExpiresString"];
/**
 * What they put on errors (@smithy/types, `SmithyException`), and what those of AWS leave there of an answer: its type in
 * JSON, and the parts of `Error` in XML, which services that once spoke the query protocol have in JSON, too.
 */
export const ERROR_ENVELOPE: readonly string[] = [
  "name",
  "$fault",
  "$metadata",
  "$response",
  "$retryable",
  "$service",
  "__type",
  "message",
  "Message",
  "Type",
  "Code",
  "Error",
  "RequestId",
  "HostId",
  "xmlns",
];
/**
 * Adds what is wrong with a structure whose members were not all of its properties, or with a value that is none: a failure
 * for each own property that is not among the `known` members. Properties that are `undefined` are absent, and those
 * `beside` the members pass.
 */
export function failMembers(
  failures: Failures | null,
  path: readonly Segment[],
  value: unknown,
  flags: number,
  known: readonly string[],
  beside?: readonly string[],
): Failures | null {
  if (!isObject(value)) return failType(failures, path, value, flags, "an object");
  let all = failures;
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined || known.includes(name) || beside?.includes(name)) continue;
    const key = unknownName(name, member);
    const step: Segment = flags & HIDDEN ? hide(key) : [key];
    all = fail(all, [...path, step], key, flags, "unknownMember", {
      kind: key === TYPE_MEMBER ? "ignored" : "drift",
      expected: () => (known.length > 0 ? `a member of ${listNames(known)}` : "no members"),
      actual: "an unknown member",
      known,
    });
  }
  return all;
}

/** Clients return the member of a union that they do not know as `$unknown`, with its name and value. */
function unknownName(key: string, member: unknown): string {
  const [name] = key === "$unknown" && Array.isArray(member) ? member : [];
  return typeof name === "string" ? name : key;
}

/**
 * Adds what is wrong with a union that has not exactly one of the `known` members set, or with a value that is none:
 * unknown members, and any number of set members but one (Smithy 2.0, "Union"). Properties that are `undefined` or null
 * are not set.
 */
export function failUnion(
  failures: Failures | null,
  path: readonly Segment[],
  value: unknown,
  flags: number,
  known: readonly string[],
): Failures | null {
  const all = failMembers(failures, path, value, flags, known);
  if (!isObject(value)) return all;
  let set = 0;
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined && member !== null && key !== TYPE_MEMBER) set++;
  }
  if (set === 1) return all;
  const expected = () => `exactly one member of ${listNames(known)}`;
  return fail(all, path, set, flags, "union", { expected, actual: () => (set === 0 ? "none" : `${set}`) });
}
