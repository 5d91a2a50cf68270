import { describeTrait } from "../../compare/describe-trait.js";
import { createTraitRule } from "../../rule/trait-rule.js";

/** An error's kind, status or code changed. */
export const errorChanged = createTraitRule({
  id: "error.changed",
  reach: "any",
  wire: "warning",
  source: "warning",
  verdict: "check",
  bump: "minor",
  mirror: "error.changed",
  traits: [
    "smithy.api#error",
    "smithy.api#httpError",
    "smithy.api#retryable",
    "aws.protocols#awsQueryError",
    "shapelog.botocore#error",
    "shapelog.botocore#exception",
    "shapelog.botocore#fault",
  ],
  say: (place, delta) => ({
    message: `${place.name(delta.member)} has another kind, status or code: ${describeTrait(delta)}.`,
    affected: "you tell errors apart by status or code, or retry by kind",
    action: "Check the conditions of your handlers and retries.",
  }),
});
