import type { NodeNumber, NodeValue } from "@shapelog/model";
import { describeValue } from "../node/problems.js";
import type { Place } from "./syntax.js";
import { printType, type Type } from "./types.js";

interface ProblemEntry<Data> {
  message(data: Data): string;
}

/** All that can be wrong with an `endpointRuleSet` or `endpointBdd`: the catalog. Half sentences. */
export const RULE_PROBLEMS = {
  "wrong-kind": {
    message: (d: { expected: string; value: NodeValue }) =>
      `expected ${d.expected}, found ${describeValue(d.value)}`,
  },
  "missing-key": { message: (d: { key: string }) => `"${d.key}" is missing` },
  "unknown-key": {
    message: (d: { key: string; known: readonly string[] }) =>
      `"${d.key}" is not known here; there are ${d.known.join(", ")}`,
  },
  "too-deep": { message: (d: { limit: number }) => `the rules are nested more than ${d.limit} levels deep` },
  version: {
    message: (d: { text: string }) => `"${d.text}" is no version; expected two numbers such as 1.0`,
  },
  "old-version": {
    message: (d: { version: string; needed: string }) =>
      `decision diagrams came with version ${d.needed}, found ${d.version}`,
  },
  "parameter-type": {
    message: (d: { type: string }) =>
      `"${d.type}" is no type of parameters; there are string, boolean and stringArray`,
  },
  "default-needs-required": {
    message: (d: { parameter: string }) =>
      `the parameter ${d.parameter} has a default, so it has to be required too`,
  },
  "default-type": {
    message: (d: { parameter: string; expected: string; value: NodeValue }) =>
      `the parameter ${d.parameter} is ${d.expected}, but its default is ${describeValue(d.value)}`,
  },
  "rule-type": {
    message: (d: { type: string }) => `"${d.type}" is no type of rules; there are endpoint, error and tree`,
  },
  "ref-or-fn": { message: (_: object) => 'expected an object with either "ref" or "fn"' },
  "unknown-function": { message: (d: { name: string }) => `there is no function "${d.name}"` },
  "argument-count": {
    message: (d: { name: string; expected: string; found: number }) =>
      `${d.name} takes ${d.expected}, found ${d.found}`,
  },
  "not-a-whole-number": {
    message: (d: { value: NodeNumber }) => `expected a whole number from 0 on, found ${d.value}`,
  },
  template: {
    message: (d: { text: string; brace: string }) => `"${d.text}" has a ${d.brace} without its counterpart`,
  },
  path: {
    message: (d: { path: string; part: string }) =>
      `"${d.part}" of the path "${d.path}" is neither a name nor a number in brackets such as [0]`,
  },
  "path-not-fixed": { message: (_: object) => "the path of getAttr has to be a string without templates" },
  "unknown-name": { message: (d: { name: string }) => `nothing is named "${d.name}" here` },
  "repeated-name": {
    message: (d: { name: string }) => `"${d.name}" already names a parameter or variable here`,
  },
  "empty-tree": { message: (_: object) => "a tree rule needs one rule or more" },
  "wrong-type": {
    message: (d: { what: string; expected: Type; found: Type }) =>
      `${d.what} has to be ${printType(d.expected)}, found ${printType(d.found)}${hintAt(d.expected, d.found)}`,
  },
  "always-set": {
    message: (d: { found: Type }) => `isSet asks for a value that may be unset, found ${printType(d.found)}`,
  },
  "different-types": {
    message: (d: { name: string; first: Type; other: Type }) =>
      `${d.name} takes values of one type, found ${printType(d.first)} and ${printType(d.other)}`,
  },
  "not-a-record": {
    message: (d: { field: string; found: Type }) =>
      `there is no field "${d.field}" in ${printType(d.found)}${hintAt(undefined, d.found)}`,
  },
  "no-field": {
    message: (d: { field: string; fields: readonly string[] }) =>
      `there is no field "${d.field}"; there are ${d.fields.join(", ")}`,
  },
  "not-an-array": {
    message: (d: { index: number; found: Type }) =>
      `[${d.index}] needs an array, found ${printType(d.found)}${hintAt(undefined, d.found)}`,
  },
  base64: { message: (_: object) => "the nodes have to be base64" },
  "node-bytes": {
    message: (d: { nodes: number; expected: number; found: number }) =>
      `${d.nodes} nodes take ${d.expected} bytes, found ${d.found}`,
  },
  "complemented-root": {
    message: (d: { root: number }) => `the root cannot be complemented, found ${d.root}`,
  },
  "unknown-root": {
    message: (d: { root: number; nodes: number }) => `the root ${d.root} is none of the ${d.nodes} nodes`,
  },
  "result-with-conditions": {
    message: (_: object) => "a result has no conditions; they belong into the diagram",
  },
  "tree-result": { message: (_: object) => "a result is an endpoint or an error" },
} as const satisfies Readonly<Record<string, ProblemEntry<never>>>;

function hintAt(expected: Type | undefined, found: Type): string {
  const isUnproven = found.kind === "optional" && expected?.kind !== "optional";
  return isUnproven ? "; prove that it is set with isSet or assign in a condition before" : "";
}

export type RuleProblemKind = keyof typeof RULE_PROBLEMS;

/** The data of one kind of problem. */
export type RuleProblemData<Kind extends RuleProblemKind> = Parameters<
  (typeof RULE_PROBLEMS)[Kind]["message"]
>[0];

/** Something wrong with endpoint rules. */
export interface RuleProblem {
  readonly kind: RuleProblemKind;
  readonly place: Place;
  /** Half a sentence, without a full stop. */
  readonly text: string;
  readonly data: unknown;
}

/** Problems being found. */
export interface RuleReport {
  readonly problems: readonly RuleProblem[];
  /** Adds a problem. Returns `undefined`, so that what has found one can return what this returns. */
  report<Kind extends RuleProblemKind>(kind: Kind, place: Place, data: RuleProblemData<Kind>): undefined;
}

/** Returns a report without problems. */
export function createRuleReport(): RuleReport {
  const problems: RuleProblem[] = [];
  return {
    problems,
    report(kind, place, data) {
      const message = RULE_PROBLEMS[kind].message as (data: unknown) => string; // `data` is that of `kind`
      problems.push({ kind, place, text: message(data), data });
    },
  };
}

/** Returns a problem as a sentence, with its place in front. */
export function describeRuleProblem({ place, text }: RuleProblem): string {
  return place === "" ? `${text}.` : `${place}: ${text}.`;
}
