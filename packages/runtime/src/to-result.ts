import { describeFailure } from "./describe.js";
import { type Failure, type FailureKind, type Failures, HIDDEN } from "./failures.js";
import { FAILURE_LIMIT } from "./limits.js";
import type { Open } from "./open.js";
import { printPath } from "./print-path.js";
import { removeNulls } from "./remove-nulls.js";
import type { Drift, Invalid, ReadResult, Result, ValidationError } from "./result.js";

/** Returns the result of a strict check: every failure is an error. */
export function toResult<T>(value: unknown, failures: Failures | null): Result<T> {
  if (failures === null) return { ok: true, value: value as T }; // the compiled check of T found nothing wrong
  return toInvalid(failures.list);
}

/** Returns the result of a tolerant check: what the model does not know is drift, null is absent, the rest is an error. */
export function toReadResult<T>(value: unknown, failures: Failures | null): ReadResult<T> {
  if (failures === null) return { ok: true, value: value as Open<T>, drift: [] }; // as above
  const pick = (wanted: FailureKind) => failures.list.filter(({ kind }) => kind === wanted);
  if (failures.error > 0) return toInvalid(pick("error"));
  const nulls = pick("ignored").flatMap((failure) => (failure.value === null ? [failure.path] : []));
  // What was wrong is taken out or covered by `Open`.
  return { ok: true, value: removeNulls(value, nulls) as Open<T>, drift: pick("drift").map(toDrift) };
}

/** Returns what is wrong of failures that are not an empty list. */
export function toInvalid(failures: readonly Failure[]): Invalid {
  const errors: ValidationError[] = [];
  for (const failure of failures) if (errors.push(describeFailure(failure)) === FAILURE_LIMIT) break;
  return { ok: false, errors: errors as [ValidationError] };
}

function toDrift({ path, value, flags, keyword, finding: { known = [] } }: Failure): Drift {
  return {
    path: printPath(path).path,
    kind: keyword === "unknownMember" ? "unknown-member" : "unknown-value",
    value: flags & HIDDEN ? undefined : (value as string | number), // drift is of enums' values and of members' names
    known: known.map(String),
  };
}
