import { type Failure, HIDDEN, IS_KEY, type Text } from "./failures.js";
import { LIST_LIMIT } from "./limits.js";
import { cut, printPath, quote } from "./print-path.js";
import type { ValidationError } from "./result.js";

/** Returns what a failed check tells users. */
export function describeFailure({ path: steps, value, flags, keyword, finding }: Failure): ValidationError {
  const { actual: told = () => describeValue(value) } = finding;
  const { path, keys } = printPath(steps);
  const isKey = flags & IS_KEY;
  const expected = `${textOf(finding.expected)}${isKey ? " as a key" : ""}`;
  const actual =
    flags & HIDDEN && typeof told !== "string"
      ? "a sensitive value that does not fit"
      : textOf(told) + (isKey && finding.actual ? ` in ${describeValue(value)}` : "");
  return {
    path,
    keys,
    keyword,
    message: `${path || "value"}: expected ${expected}, got ${actual}`,
    expected,
    actual,
  };
}

function textOf(text: Text): string {
  return typeof text === "string" ? text : text();
}

/** Returns what a value is, without saying its content. */
export function describeType(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return value instanceof Date ? "a Date" : "an object";
  if (typeof value !== "number") return `a ${typeof value}`;
  if (Number.isFinite(value)) return `a number${Number.isInteger(value) ? "" : " with a fraction"}`;
  return Number.isNaN(value) ? "NaN" : `${value}, which a number beyond 1.8e308 is read as`;
}

function describeValue(value: unknown): string {
  if (typeof value === "string") return quote(value);
  if (Number.isFinite(value) || typeof value === "bigint") return cut(`${value}`);
  return describeType(value);
}

/** Returns names or values in quotes, the first of them where there are many. */
export function listNames(names: readonly (string | number)[]): string {
  const shown = names.slice(0, LIST_LIMIT).map((name) => (typeof name === "string" ? quote(name) : name));
  return shown.join(", ") + (names.length > LIST_LIMIT ? ` and ${names.length - LIST_LIMIT} more` : "");
}
