import { type Failures, fail } from "./failures.js";
import type { Invalid, ReadResult, Result } from "./result.js";
import { toInvalid, toReadResult, toResult } from "./to-result.js";

/** A compiled check: what is wrong with a value, or null. */
export type Check = (value: unknown) => Failures | null;

/** Returns the result of a strict check. Never throws, whatever the value does when it is looked at. */
export function validateWith<T>(value: unknown, check: Check): Result<T> {
  try {
    return toResult<T>(value, check(value));
  } catch {
    return toUnreadable();
  }
}

/** Returns the result of a tolerant check. Never throws, whatever the value does when it is looked at. */
export function readWith<T>(value: unknown, check: Check): ReadResult<T> {
  try {
    return toReadResult<T>(value, check(value));
  } catch {
    return toUnreadable();
  }
}

/** Returns whether nothing is wrong with a value. Never throws, whatever the value does when it is looked at. */
export function isValid(value: unknown, check: Check): boolean {
  try {
    return check(value) === null;
  } catch {
    return false;
  }
}

/**
 * Getters and proxies can throw when they are read, and engines do where a regular expression meets a very long text.
 * What was thrown is not told, since nothing says that it is not sensitive.
 */
function toUnreadable(): Invalid {
  const actual = "an object that throws when it is looked at, or a text too large to look at";
  return toInvalid(fail(null, [], null, 0, "unreadable", { expected: "data that can be read", actual }).list);
}
