import type { Keyword } from "./result.js";
import { isOffsetDateTime } from "./simple-values.js";

/** One step into a value: a member's name, an index, a map's key, or what must not be told. */
export type Segment = string | number | MapKey | HiddenSegment;

export type MapKey = readonly [key: string];

/** A step that is never printed: a sensitive key, or any step below what is sensitive. */
export type HiddenSegment = readonly [step: string | number, hidden: 1];

/** How a place treats what is wrong in it, as bits. */
export const NULL_IS_ABSENT = 1;
export const HIDDEN = 2;

/** What AWS's JSON protocols add beside the members of a structure or union; readers have to pass over it. */
export const TYPE_MEMBER = "__type";

/** A long or big integer may be larger than a number can hold exactly. JSON.parse has rounded it then: writers should know, readers can do nothing. */
const MAX_LONG = 2 ** 63;

/** What a failed check means: tolerant readers report drift as drift and pass over what is ignored. */
export type FailureKind = "error" | "drift" | "ignored";

/** One failed check, as generated code reports it. */
export interface Failure {
  readonly kind: FailureKind;
  readonly path: readonly Segment[];
  readonly value: unknown;
  readonly keyword: Keyword;
  /** What the check wants, in a form its keyword knows. */
  readonly expected: unknown;
  readonly flags: number;
}

/** The failed checks of a value, in the order they were found. */
export interface Failures {
  readonly list: Failure[];
  /** Whether something was nested too deep: a value that holds itself never ends, so checks of its shape do there. */
  isTooDeep: boolean;
  readonly counts: Record<FailureKind, number>;
}

/** The most errors, and the most drifts, that are kept: what a hostile value costs is bounded. */
export const FAILURE_LIMIT = 100;

/**
 * Adds a failed check and returns the failures, made anew where there were none. Generated code calls this on failure
 * only, so that a valid value costs no path.
 */
export function fail(
  failures: Failures | null,
  path: readonly Segment[],
  value: unknown,
  keyword: Keyword,
  expected?: unknown,
  flags = 0,
): Failures {
  const all = add(failures, {
    kind: value === null && (flags & NULL_IS_ABSENT) !== 0 ? "ignored" : classify(value, keyword, expected),
    path,
    value,
    keyword,
    expected,
    flags,
  });
  if (keyword === "depth") all.isTooDeep = true;
  return all;
}

/** Adds the failures of an inner value, found at `path`, and returns all. */
export function lift(
  failures: Failures | null,
  inner: Failures,
  path: readonly Segment[],
  flags = 0,
): Failures {
  let all = failures ?? createFailures();
  const isHidden = (flags & HIDDEN) !== 0;
  for (const failure of inner.list) {
    const absent = failure.path.length === 0 && failure.value === null && (flags & NULL_IS_ABSENT) !== 0;
    all = add(all, {
      ...failure,
      kind: absent ? "ignored" : failure.kind,
      path: [...path, ...(isHidden ? failure.path.map(hide) : failure.path)],
      flags: failure.flags | (flags & HIDDEN),
    });
  }
  all.isTooDeep ||= inner.isTooDeep;
  return all;
}

/** Returns a step as one that is never printed. */
export function hide(segment: Segment): HiddenSegment {
  return [typeof segment === "object" ? segment[0] : segment, 1];
}

function createFailures(): Failures {
  return { list: [], isTooDeep: false, counts: { error: 0, drift: 0, ignored: 0 } };
}

function add(failures: Failures | null, failure: Failure): Failures {
  const all = failures ?? createFailures();
  const count = ++all.counts[failure.kind];
  // What is ignored has to be found again to take nulls out, so it is never dropped; it grows with the value only.
  if (count <= FAILURE_LIMIT || failure.kind === "ignored") all.list.push(failure);
  return all;
}

function classify(value: unknown, keyword: Keyword, expected: unknown): FailureKind {
  if (keyword === "enum") return isOfValuesType(value, expected) ? "drift" : "error";
  if (keyword === "timestamp" && expected === "date-time" && isOffsetDateTime(value)) return "ignored";
  if (expected === "bigInteger" && Number.isInteger(value)) return "ignored";
  if (expected === "long" && Number.isInteger(value) && Math.abs(Number(value)) <= MAX_LONG) return "ignored";
  if (keyword === "unknownMember") return value === TYPE_MEMBER ? "ignored" : "drift";
  return "error";
}

/** Returns whether a value is of the type an enum's values have, which are all strings or all integers. */
export function isOfValuesType(value: unknown, values: unknown): boolean {
  const [first] = Array.isArray(values) ? values : [];
  return typeof value === typeof first && (typeof value !== "number" || Number.isInteger(value));
}
