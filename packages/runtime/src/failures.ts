import { FAILURE_LIMIT } from "./limits.js";
import type { Keyword } from "./result.js";

/** One step into a value: a member's name that needs no quotes, an index, any other name, or what must not be told. */
export type Segment = string | number | MapKey | HiddenSegment;

export type MapKey = readonly [key: string];

/** A step that is never printed: a sensitive key, or any step below what is sensitive. */
export type HiddenSegment = readonly [step: string | number, hidden: 1];

/** How a place treats what is wrong in it, as bits. */
export const NULL_IS_ABSENT = 1;
export const HIDDEN = 2;
/** What is wrong is a key of the map that the path leads to. */
export const IS_KEY = 4;

/** What a failed check means: tolerant readers report drift as drift and pass over what is ignored. */
export type FailureKind = "error" | "drift" | "ignored";

/** A text, or what makes it where someone is told. */
export type Text = string | (() => string);

/** What a check tells of a value that it does not take. */
export interface Finding {
  readonly expected: Text;
  /** What there is in place of it; a text that is there already says nothing of the value. Default: the value. */
  readonly actual?: Text;
  /** Default: `error`. */
  readonly kind?: FailureKind | undefined;
  /** What readers are told that the model knows. */
  readonly known?: readonly (string | number)[];
}

/** One failed check, as generated code reports it. What depends on where the value stands changes as it is lifted. */
export interface Failure {
  kind: FailureKind;
  path: readonly Segment[];
  readonly value: unknown;
  flags: number;
  readonly keyword: Keyword;
  readonly finding: Finding;
}

/** The failed checks of a value, in the order they were found, and how many of each kind there were. */
export interface Failures extends Record<FailureKind, number> {
  readonly list: Failure[];
  /** Whether something was nested too deep: a value that holds itself never ends, so checks of its shape do there. */
  isTooDeep?: true;
}

/**
 * Adds a failed check and returns the failures, made anew where there were none. Generated code calls what calls this on
 * failure only, so that a valid value costs no path.
 */
export function fail(
  failures: Failures | null,
  path: readonly Segment[],
  value: unknown,
  flags: number,
  keyword: Keyword,
  finding: Finding,
): Failures {
  const kind = value === null && flags & NULL_IS_ABSENT ? "ignored" : (finding.kind ?? "error");
  return add(failures, { kind, path, value, flags, keyword, finding });
}

function add(failures: Failures | null, failure: Failure): Failures {
  const all = failures ?? { list: [], error: 0, drift: 0, ignored: 0 };
  // What is ignored has to be found again to take nulls out, so it is never dropped; it grows with the value only.
  if (++all[failure.kind] <= FAILURE_LIMIT || failure.kind === "ignored") all.list.push(failure);
  return all;
}

/** Adds the failures of an inner value, found at `path`, and returns all. Those of the inner value are used up. */
export function lift(
  failures: Failures | null,
  inner: Failures,
  path: readonly Segment[],
  flags = 0,
): Failures {
  for (const failure of inner.list) {
    const own = failure.path;
    if (failure.value === null && own.length === 0 && flags & NULL_IS_ABSENT) {
      inner[failure.kind]--;
      inner.ignored++;
      failure.kind = "ignored";
    }
    failure.path = [...path, ...(flags & HIDDEN ? own.map(hide) : own)];
    failure.flags |= flags & HIDDEN;
    if (failures) add(failures, failure);
  }
  if (failures && inner.isTooDeep) failures.isTooDeep = true;
  return failures ?? inner;
}

/** Returns the property or index that a step goes to. */
export function keyOf(segment: Segment): string | number {
  return typeof segment === "object" ? segment[0] : segment;
}

/** Returns a step as one that is never printed. */
export function hide(segment: Segment): HiddenSegment {
  return [keyOf(segment), 1];
}

export function isHidden(segment: Segment): boolean {
  return typeof segment === "object" && segment.length > 1;
}
