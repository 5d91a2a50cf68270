import { errorStatus } from "@shapelog/model";
import { describeTrait } from "../../compare/describe-trait.js";
import type { Difference } from "../../rule/rule.js";
import type { TraitDelta } from "../../rule/select.js";
import { createTraitRule } from "../../rule/trait-rule.js";

/** An error's kind, status or code changed. */
export const errorChanged = createTraitRule({
  id: "error.changed",
  reach: "any",
  wire: "warning",
  source: "warning",
  verdict: "check",
  witness: { none: "the status of an error and whether to retry it are in no document" },
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
  say: (place, delta, difference) => ({
    message: `${place.name(delta.member)} has another kind, status or code: ${describeError(delta, difference)}.`,
    affected: "you tell errors apart by status or code, or retry by kind",
    action: "Check the conditions of your handlers and retries.",
  }),
});

/** An error has a status whether or not it is stated. */
function describeError(delta: TraitDelta, { before, after }: Difference): string {
  if (delta.change.trait !== "smithy.api#httpError" || !before || !after) return describeTrait(delta);
  const [old, now] = [before, after].map((error) => errorStatus(error));
  return old === now ? describeTrait(delta) : `the HTTP status \`${old}\` → \`${now}\``;
}
