/** Why rules give neither an endpoint nor an error, or not those that a test expects. Values are as messages show them. */
export type EvaluationFailure =
  | { readonly kind: "no-rule" | "no-result" | "endless" | "broken-diagram" | "empty-delimiter" }
  | { readonly kind: "too-long"; readonly limit: number }
  | { readonly kind: "wrong-value"; readonly expected: string; readonly found: string }
  | { readonly kind: "unexpected-error"; readonly error: string }
  | { readonly kind: "unexpected-endpoint"; readonly url: string }
  | { readonly kind: "different-error" | "different-url"; readonly expected: string; readonly found: string }
  | {
      readonly kind: "missing-part" | "extra-part" | "different-part";
      /** `header` or `property`, and its name. */
      readonly part: string;
      readonly expected: string;
      readonly found: string;
    };

/** Returns a failure as half a sentence. */
export function describeFailure(failure: EvaluationFailure): string {
  switch (failure.kind) {
    case "no-rule":
      return "no rule applies, and nothing stands in for one";
    case "no-result":
      return "the decision diagram leads to no result";
    case "endless":
      return "the decision diagram goes in circles";
    case "broken-diagram":
      return "the decision diagram leads to a node, condition or result that is not there";
    case "empty-delimiter":
      return "split needs a delimiter, found an empty string";
    case "too-long":
      return `a text grows longer than ${failure.limit} characters`;
    case "wrong-value":
      return `the rules need ${failure.expected}, found ${failure.found}`;
    case "unexpected-error":
      return `expected an endpoint, got the error "${failure.error}"`;
    case "unexpected-endpoint":
      return `expected an error, got the endpoint ${failure.url}`;
    case "different-error":
      return `expected the error "${failure.expected}", got "${failure.found}"`;
    case "different-url":
      return `expected the endpoint ${failure.expected}, got ${failure.found}`;
    case "missing-part":
      return `the endpoint has no ${failure.part}, which is expected`;
    case "extra-part":
      return `the endpoint has the ${failure.part}, which is not expected`;
    default:
      return `the ${failure.part} of the endpoint is ${failure.found}, where ${failure.expected} is expected`;
  }
}
