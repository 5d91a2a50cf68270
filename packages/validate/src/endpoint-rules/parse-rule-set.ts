import type { NodeValue } from "@shapelog/model";
import { checkTypes } from "./check-types.js";
import { parseDiagram } from "./parse-diagram.js";
import { parseParameters } from "./parse-parameters.js";
import { parseRules } from "./parse-rules.js";
import {
  ARRAY,
  createParsing,
  expectKind,
  expectMember,
  type NodeObject,
  OBJECT,
  type Parsing,
  placeOf,
  report,
  TEXT,
} from "./parsing.js";
import type { RuleProblem } from "./problems.js";
import { type EndpointRules, isAtLeast, printVersion, type Version } from "./syntax.js";

/** Endpoint rules, or what is wrong with them. */
export type ParsedRules =
  | { readonly rules: EndpointRules; readonly problems: readonly [] }
  | { readonly rules?: never; readonly problems: readonly RuleProblem[] };

/** Parses and type checks the value of `endpointRuleSet` (Smithy 2.0, "Rules engine specification"). */
export function parseRuleSet(value: NodeValue): ParsedRules {
  return parseWhole(value, (parsing, object) => {
    const base = parseBase(parsing, object);
    const list = expectMember(parsing, ARRAY, object, "rules", "");
    const rules = list && parseRules(parsing, list, "/rules");
    return base && rules && { ...base, rules };
  });
}

const DIAGRAMS_SINCE: Version = { major: 1, minor: 1 };

/** Parses and type checks the value of `endpointBdd` (Smithy 2.0, "endpointBdd trait"). */
export function parseDecisionDiagram(value: NodeValue): ParsedRules {
  return parseWhole(value, (parsing, object) => {
    const base = parseBase(parsing, object);
    const list = expectMember(parsing, ARRAY, object, "results", "");
    const rules = list && parseRules(parsing, list, "/results");
    const diagram = parseDiagram(parsing, object);
    if (!base || !rules || !diagram) return undefined;
    if (!isAtLeast(base.version, DIAGRAMS_SINCE)) {
      const data = { version: printVersion(base.version), needed: printVersion(DIAGRAMS_SINCE) };
      report(parsing, "old-version", "/version", data);
    }
    for (const { kind, conditions, place } of rules) {
      if (conditions.length > 0) report(parsing, "result-with-conditions", placeOf(place, "conditions"), {});
      if (kind === "tree") report(parsing, "tree-result", place, {});
    }
    return { ...base, rules, diagram };
  });
}

function parseWhole(
  value: NodeValue,
  parse: (parsing: Parsing, object: NodeObject) => EndpointRules | undefined,
): ParsedRules {
  const parsing = createParsing();
  const object = expectKind(parsing, OBJECT, value, "");
  const rules = object && parse(parsing, object);
  if (!rules || parsing.problems.length > 0) return { problems: parsing.problems };
  const problems = checkTypes(rules);
  return problems.length > 0 ? { problems } : { rules, problems: [] };
}

function parseBase(
  parsing: Parsing,
  object: NodeObject,
): Pick<EndpointRules, "version" | "parameters"> | undefined {
  const version = parseVersion(parsing, object);
  const written = expectMember(parsing, OBJECT, object, "parameters", "");
  const parameters = written && parseParameters(parsing, written, "/parameters");
  return version && parameters && { version, parameters };
}

function parseVersion(parsing: Parsing, object: NodeObject): Version | undefined {
  const text = expectMember(parsing, TEXT, object, "version", "");
  if (text === undefined) return undefined;
  const [, major, minor] = /^(\d{1,9})\.(\d{1,9})(?:\.|$)/.exec(text) ?? [];
  if (major === undefined || minor === undefined) return report(parsing, "version", "/version", { text });
  return { major: Number(major), minor: Number(minor) };
}
