import { equalNodes, isNodeObject, type NodeValue } from "@shapelog/model";
import { textOf } from "../../compare/describe.js";
import { describeTrait } from "../../compare/describe-trait.js";
import { QUERY_ERROR } from "../../compare/wire-traits.js";
import type { Match, Place, Rule } from "../../rule/rule.js";
import { ofTrait, onMember, TRAIT_KINDS, type TraitDelta } from "../../rule/select.js";
import { createTraitFilter } from "../../rule/select-rules.js";
import { isAdded, isChanged, isRemoved } from "../../rule/trait-rule.js";
import { code, joinAnd } from "../../words.js";

const RETRYABLE = "smithy.api#retryable";
const TRAITS = [
  "smithy.api#error",
  "smithy.api#httpError",
  RETRYABLE,
  QUERY_ERROR,
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
      return groups.filter(({ length }) => length > 0).map((group) => createMatch(group, place));
    });
  },
};

function isOfRetries({ change }: TraitDelta): boolean {
  return change.trait === RETRYABLE;
}

function createMatch(deltas: readonly TraitDelta[], place: Place): Match {
  const isRetry = deltas.every(isOfRetries);
  const member = deltas[0]?.member;
  const says = isRetry && deltas.every(isChanged) ? " is to be retried in another way" : "";
  return {
    changes: deltas.map(({ change }) => change),
    ...onMember(member),
    message: `${place.name(member)}${says}: ${describeError(deltas)}.`,
    affected: isRetry ? "you retry calls" : "you tell errors apart by status or code, or retry by kind",
    action: isRetry
      ? "Check your own retries; those of the client follow the model."
      : "Check the conditions of your handlers and retries.",
  };
}

/**
 * Returns what the model says of an error now and said before. A status that is not given is none, whatever holds then;
 * where the kind goes with one that came or went, files may not say the kind at all.
 */
function describeError(deltas: readonly TraitDelta[]): string {
  const hasComeOrGone = deltas.some((delta) => isStatus(delta) && !isChanged(delta));
  const query = deltas.find(({ change }) => change.trait === QUERY_ERROR);
  const clauses = deltas
    .filter((delta) => !isStatus(delta) || !query || !hasStatus(query, delta))
    .toSorted((a, b) => Number(hasComeOrGone && isStatus(b)) - Number(hasComeOrGone && isStatus(a)))
    .map((delta) => {
      if (isStatus(delta) && isAdded(delta))
        return `the HTTP status is ${show(delta.after)} now; none was given before`;
      if (isStatus(delta) && isRemoved(delta))
        return `the HTTP status ${show(delta.before)} is no longer given`;
      if (isKind(delta) && isChanged(delta) && hasComeOrGone)
        return `it counts as the ${whose(delta.after)} fault now, and counted as the ${whose(delta.before)}`;
      if (delta.change.trait === QUERY_ERROR && isAdded(delta))
        return `${describeTrait(delta)} now; neither was given before`;
      return describeTrait(delta);
    });
  return clauses.some((clause) => clause.includes("; ")) || hasComeOrGone
    ? clauses.join("; ")
    : joinAnd(clauses);
}

function isStatus({ change }: TraitDelta): boolean {
  return change.trait === "smithy.api#httpError";
}

/** Returns whether an error of AWS Query says the same of the status: it is told with the code. */
function hasStatus(query: TraitDelta, { before, after }: TraitDelta): boolean {
  return equalNodes(statusOf(query.before), before) && equalNodes(statusOf(query.after), after);
}

function statusOf(error: NodeValue | undefined): NodeValue | undefined {
  return isNodeObject(error) ? error.httpResponseCode : undefined;
}

function isKind({ change }: TraitDelta): boolean {
  return change.trait === "smithy.api#error";
}

function whose(kind: NodeValue | undefined): string {
  return kind === "server" ? "server's" : "client's";
}

function show(status: NodeValue | undefined): string {
  return code(textOf(status ?? null));
}
