import { errorStatus } from "@shapelog/model";
import { describeTrait } from "../../compare/describe-trait.js";
import type { Difference, Match, Place, Rule } from "../../rule/rule.js";
import { ofTrait, onMember, TRAIT_KINDS, type TraitDelta } from "../../rule/select.js";
import { createTraitFilter } from "../../rule/select-rules.js";
import { joinAnd } from "../../words.js";

const RETRYABLE = "smithy.api#retryable";
const TRAITS = [
  "smithy.api#error",
  "smithy.api#httpError",
  RETRYABLE,
  "aws.protocols#awsQueryError",
  "shapelog.botocore#error",
  "shapelog.botocore#exception",
  "shapelog.botocore#fault",
];
const isMine = createTraitFilter(TRAITS);

/** An error's kind, status or code changed; told once, as the status follows the kind. Retries are told by themselves. */
export const errorChanged: Rule = {
  id: "error.changed",
  reach: "any",
  wire: "warning",
  source: "warning",
  verdict: "check",
  witness: { none: "the status of an error and whether to retry it are in no document" },
  bump: "minor",
  mirror: "error.changed",
  kinds: TRAIT_KINDS,
  traits: TRAITS,
  evaluate(difference, place) {
    const deltas = ofTrait(difference, isMine);
    return [...new Set(deltas.map(({ member }) => member))].flatMap((member) => {
      const own = deltas.filter((delta) => delta.member === member);
      const groups = [own.filter((delta) => !isOfRetries(delta)), own.filter(isOfRetries)];
      return groups.filter(({ length }) => length > 0).map((group) => createMatch(group, difference, place));
    });
  },
};

function isOfRetries({ change }: TraitDelta): boolean {
  return change.trait === RETRYABLE;
}

function createMatch(deltas: readonly TraitDelta[], difference: Difference, place: Place): Match {
  const isRetry = deltas.every(isOfRetries);
  const member = deltas[0]?.member;
  const says = isRetry ? "is to be retried in another way" : "has another kind, status or code";
  const words = joinAnd(deltas.map((delta) => describeError(delta, difference)));
  return {
    changes: deltas.map(({ change }) => change),
    ...onMember(member),
    message: `${place.name(member)} ${says}: ${words}.`,
    affected: isRetry ? "you retry calls" : "you tell errors apart by status or code, or retry by kind",
    action: isRetry
      ? "Check your retries: the client's follow the new mark."
      : "Check the conditions of your handlers and retries.",
  };
}

/** An error has a status whether or not it is stated. */
function describeError(delta: TraitDelta, { before, after }: Difference): string {
  if (delta.change.trait !== "smithy.api#httpError" || !before || !after) return describeTrait(delta);
  const [old, now] = [before, after].map((error) => errorStatus(error));
  return old === now ? describeTrait(delta) : `the HTTP status \`${old}\` → \`${now}\``;
}
