import { checkExpression } from "../../jmespath/check-expression.js";
import type { ExpressionProblem } from "../../jmespath/expression.js";
import { nameKind } from "../../jmespath/name-kind.js";
import { parseExpression } from "../../jmespath/parse-expression.js";
import type { ValueType } from "../../jmespath/value-type.js";
import type { PathMatcher } from "../../knowledge/waiters.js";

/** Something wrong with an acceptor's expression. */
export interface MatcherProblem {
  readonly kind: ExpressionProblem["severity"] | "mismatch";
  readonly text: string;
}

/** What a path has to give for each way to compare it. */
const GIVES: ReadonlyMap<string, ValueType["kind"]> = new Map<string, ValueType["kind"]>([
  ["booleanEquals", "boolean"],
  ["stringEquals", "string"],
  ["allStringEquals", "array"],
  ["anyStringEquals", "array"],
]);

/** Finds what is wrong with a matcher that looks at a value. */
export function* checkMatcher(matcher: PathMatcher, input: ValueType): Iterable<MatcherProblem> {
  const { path, expected, comparator } = matcher;
  const { type, problems } = checkText(path, input);
  yield* problems;
  if (comparator === "booleanEquals" && expected !== "true" && expected !== "false") {
    yield { kind: "error", text: `booleanEquals compares with "true" or "false", found "${expected}"` };
  }
  const wanted = GIVES.get(comparator);
  if (!type || !wanted || type.kind === "any" || type.kind === wanted) return;
  yield {
    kind: "mismatch",
    text: `"${path}" gives ${nameKind(type.kind)}; ${comparator} needs ${nameKind(wanted)}`,
  };
}

/** Finds what is wrong with the message of an acceptor: it has to be a string, or an array of strings. */
export function* checkMessage(text: string, input: ValueType): Iterable<MatcherProblem> {
  const { type, problems } = checkText(text, input);
  yield* problems;
  if (!type) return;
  const given = type.kind === "array" ? type.entry() : type;
  if (given.kind === "string" || given.kind === "any") return;
  const found = type.kind === "array" ? `an array with ${nameKind(given.kind)}` : nameKind(given.kind);
  yield {
    kind: "error",
    text: `the message "${text}" gives ${found}; expected a string or an array of strings`,
  };
}

function checkText(
  text: string,
  input: ValueType,
): { readonly type?: ValueType; readonly problems: readonly MatcherProblem[] } {
  const { expression, problem } = parseExpression(text);
  if (!expression) return { problems: [describe(text, problem)] };
  const { type, problems } = checkExpression(expression, input);
  return { type, problems: problems.map((each) => describe(text, each)) };
}

function describe(text: string, { at, severity, text: problem }: ExpressionProblem): MatcherProblem {
  return { kind: severity, text: `"${text}", at ${at + 1}: ${problem}` };
}
