import { describeFailure } from "./describe.js";
import { FAILURE_LIMIT, type Failure, type Failures, HIDDEN } from "./failures.js";
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
  const { list, counts } = failures;
  if (counts.error > 0) return toInvalid(list.filter(({ kind }) => kind === "error"));
  const nulls = list.filter((failure) => failure.kind === "ignored" && failure.value === null);
  const kept = removeNulls(
    value,
    nulls.map(({ path }) => path),
  );
  const drift = list.filter(({ kind }) => kind === "drift").map(toDrift);
  return { ok: true, value: kept as Open<T>, drift }; // what was wrong is taken out or covered by `Open`
}

function toInvalid(failures: readonly Failure[]): Invalid {
  const told = failures.length > FAILURE_LIMIT ? failures.slice(0, FAILURE_LIMIT) : failures;
  return { ok: false, errors: told.map(describeFailure) as [ValidationError] }; // failures are never an empty list
}

function toDrift({ path, value, flags, keyword, finding: { known = [] } }: Failure): Drift {
  return {
    path: printPath(path),
    kind: keyword === "unknownMember" ? "unknown-member" : "unknown-value",
    value: flags & HIDDEN ? undefined : (value as string | number), // drift is of enums' values and of members' names
    known: known.map(String),
  };
}
