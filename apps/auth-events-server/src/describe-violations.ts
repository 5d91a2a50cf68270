import type { ValidationError } from "@shapelog/cognito-identity-provider/validators";

/** Longer values are not repeated in full. */
const VALUE_LIMIT = 200;

/**
 * Returns what the service says of a request that breaks limits of the model, in its own words: how many there are, and
 * for each the value, the member and the constraint. A sensitive value is not repeated.
 */
export function describeViolations(errors: readonly ValidationError[], request: object): string {
  const plural = errors.length === 1 ? "error" : "errors";
  const texts = errors.map((error) => describeViolation(error, request));
  return `${errors.length} validation ${plural} detected: ${texts.join("; ")}`;
}

function describeViolation(error: ValidationError, request: object): string {
  const member = `${error.path.charAt(0).toLowerCase()}${error.path.slice(1)}`;
  const value = quoteValue(error, request);
  return `Value${value} at '${member}' failed to satisfy constraint: ${describeConstraint(error)}`;
}

function quoteValue({ keyword, keys, actual }: ValidationError, request: object): string {
  if (keyword === "required") return " null";
  if (actual.includes("sensitive")) return "";
  const value = String(Reflect.get(request, keys[0] ?? ""));
  return ` '${value.length > VALUE_LIMIT ? `${value.slice(0, VALUE_LIMIT)}…` : value}'`;
}

/** The bounds and the pattern are in the validator's text. */
function describeConstraint({ keyword, expected, actual }: ValidationError): string {
  const [, least = "", most = ""] = /^(-?\d+) to (-?\d+)/.exec(expected) ?? [];
  const bound =
    Number(actual) < Number(least) ? `greater than or equal to ${least}` : `less than or equal to ${most}`;
  switch (keyword) {
    case "required":
      return "Member must not be null";
    case "length":
      return `Member must have length ${bound}`;
    case "range":
      return `Member must have value ${bound}`;
    case "pattern":
      return `Member must satisfy regular expression pattern: ${expected.replace(/^text that matches \/(.*)\/u$/, "$1")}`;
    default:
      return `Member must be ${expected}`;
  }
}
