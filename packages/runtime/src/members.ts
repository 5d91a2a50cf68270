import { type Failures, fail, HIDDEN, hide, type Segment, TYPE_MEMBER } from "./failures.js";

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
const NONE: readonly string[] = [];

/**
 * Adds a failure for each own property of a structure that is not among the `known` members. Properties that are
 * `undefined` are absent, and those `beside` the members pass. Generated code calls this where the number of properties
 * shows that there is one.
 */
export function failUnknown(
  failures: Failures | null,
  path: readonly Segment[],
  value: object,
  known: readonly string[],
  flags = 0,
  beside = NONE,
): Failures | null {
  let all = failures;
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined || known.includes(name) || beside.includes(name)) continue;
    const key = unknownName(name, member);
    const step = (flags & HIDDEN) === 0 ? key : hide(key);
    all = fail(all, [...path, step], key, "unknownMember", known, flags);
  }
  return all;
}

/** Clients return the member of a union that they do not know as `$unknown`, with its name and value. */
function unknownName(key: string, member: unknown): string {
  const [name] = key === "$unknown" && Array.isArray(member) ? member : [];
  return typeof name === "string" ? name : key;
}

/**
 * Adds what is wrong with the members of a union that has not exactly one of the `known` set: unknown members, and any
 * number of set members but one (Smithy 2.0, "Union"). Properties that are `undefined` or null are not set.
 */
export function failUnion(
  failures: Failures | null,
  path: readonly Segment[],
  value: object,
  known: readonly string[],
  flags = 0,
): Failures | null {
  const all = failUnknown(failures, path, value, known, flags);
  let set = 0;
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined && member !== null && key !== TYPE_MEMBER) set++;
  }
  return set === 1 ? all : fail(all, path, set, "union", known, flags);
}
