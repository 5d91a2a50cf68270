import { isJsonArray, isJsonObject, type JsonValue } from "@shapelog/json";
import type { Fields } from "./map-traits.js";

/** A waiter of a `waiters-2.json`, said in Smithy as far as that goes. */
export interface ReadWaiter {
  /** Its value in `@waitable`; absent where Smithy cannot say when it ends. */
  readonly waitable?: Fields;
  /** What it says beyond that; all of it where there is no `waitable`. */
  readonly kept: Fields;
}

/** The longest time between two attempts where a waiter names none, in seconds (Smithy 2.0, "Waiters", `maxDelay`). */
const LONGEST_DELAY = 120;

/**
 * Returns a waiter as Smithy says it (Smithy 2.0, "Waiters"). The time between two attempts becomes the shortest one, as
 * in AWS's own models; how many attempts there are Smithy cannot say.
 */
export function readWaiter(name: string, raw: Fields): ReadWaiter {
  const { operation: _, description, delay, acceptors, ...rest } = raw;
  const read = isJsonArray(acceptors) ? acceptors.map(readAcceptor) : [];
  const isSayable =
    /^[A-Z]+[A-Za-z0-9]*$/.test(name) &&
    typeof delay === "number" &&
    Number.isInteger(delay) &&
    delay > 0 &&
    read.length > 0 &&
    !read.includes(undefined);
  if (!isSayable) return { kept: raw };
  const isText = typeof description === "string";
  const isExact = read.every((acceptor) => acceptor?.isExact === true);
  return {
    waitable: {
      ...(isText ? { documentation: description } : {}),
      acceptors: read.flatMap((acceptor) => acceptor?.value ?? []),
      minDelay: delay,
      ...(delay > LONGEST_DELAY ? { maxDelay: delay } : {}),
    },
    kept: {
      ...rest,
      ...(isText || description === undefined ? {} : { description }),
      ...(isExact || acceptors === undefined ? {} : { acceptors }),
    },
  };
}

interface ReadAcceptor {
  readonly value: Fields;
  /** Whether nothing else is said in the same way. */
  readonly isExact: boolean;
}

const STATES: ReadonlySet<JsonValue | undefined> = new Set(["success", "failure", "retry"]);

/** Returns an acceptor in Smithy's words, or `undefined` where it has none. */
function readAcceptor(raw: JsonValue): ReadAcceptor | undefined {
  if (!isJsonObject(raw)) return undefined;
  const { state, matcher, argument, expected, ...rest } = raw;
  if (!STATES.has(state) || state === undefined || Object.keys(rest).length > 0) return undefined;
  const found =
    argument === undefined ? matchWhole(matcher, expected) : matchPath(matcher, expected, argument);
  return found && { value: { state, matcher: found }, isExact: matcher !== "status" };
}

/** Returns the matcher of what became of a call as a whole. Any status but that of a success is one of an error unknown. */
function matchWhole(matcher: JsonValue | undefined, expected: JsonValue | undefined): Fields | undefined {
  if (matcher === "status") return expected === 200 ? { success: true } : undefined;
  if (matcher !== "error") return undefined;
  if (typeof expected === "boolean") return { success: !expected };
  return typeof expected === "string" ? { errorType: expected } : undefined;
}

const COMPARATORS: ReadonlyMap<JsonValue | undefined, string> = new Map<JsonValue, string>([
  ["path", "stringEquals"],
  ["pathAll", "allStringEquals"],
  ["pathAny", "anyStringEquals"],
]);

/** Returns the matcher of what a JMESPath expression finds in the output. */
function matchPath(
  matcher: JsonValue | undefined,
  expected: JsonValue | undefined,
  path: JsonValue,
): Fields | undefined {
  if (typeof path !== "string") return undefined;
  const isTruth = typeof expected === "boolean" && matcher === "path";
  const comparator = isTruth ? "booleanEquals" : COMPARATORS.get(matcher);
  if (comparator === undefined || !(isTruth || typeof expected === "string")) return undefined;
  return { output: { path, expected: String(expected), comparator } };
}
