import type { NodeValue } from "@shapelog/model";
import { checkTypes } from "./check-types.js";
import { parseDiagram } from "./parse-diagram.js";
import { parseParameters } from "./parse-parameters.js";
import { parseRules } from "./parse-rules.js";
import {
  ARRAY,
  createParsing,
  expectMember,
  expectObject,
  OBJECT,
  type ParsedObject,
  placeOf,
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
  return parseWhole(value, (written) => {
    const { parsing } = written;
    const base = parseBase(written);
    const list = expectMember(written, "rules", ARRAY);
    const rules = list && parseRules(parsing, list, "/rules");
    return base && rules && { ...base, rules };
  });
}

const DIAGRAMS_SINCE: Version = { major: 1, minor: 1 };

/** Parses and type checks the value of `endpointBdd` (Smithy 2.0, "endpointBdd trait"). */
export function parseDecisionDiagram(value: NodeValue): ParsedRules {
  return parseWhole(value, (written) => {
    const { parsing } = written;
    const base = parseBase(written);
    const list = expectMember(written, "results", ARRAY);
    const rules = list && parseRules(parsing, list, "/results");
    const diagram = parseDiagram(written);
    if (!base || !rules || !diagram) return undefined;
    if (!isAtLeast(base.version, DIAGRAMS_SINCE)) {
      const data = { version: printVersion(base.version), needed: printVersion(DIAGRAMS_SINCE) };
      parsing.report("old-version", "/version", data);
    }
    for (const { kind, conditions, place } of rules) {
      if (conditions.length > 0) parsing.report("result-with-conditions", placeOf(place, "conditions"), {});
      if (kind === "tree") parsing.report("tree-result", place, {});
    }
    return { ...base, rules, diagram };
  });
}

function parseWhole(
  value: NodeValue,
  parse: (written: ParsedObject) => EndpointRules | undefined,
): ParsedRules {
  const parsing = createParsing();
  const written = expectObject(parsing, value, "");
  const rules = written && parse(written);
  if (!rules || parsing.problems.length > 0) return { problems: parsing.problems };
  const problems = checkTypes(rules);
  return problems.length > 0 ? { problems } : { rules, problems: [] };
}

function parseBase(written: ParsedObject): Pick<EndpointRules, "version" | "parameters"> | undefined {
  const version = parseVersion(written);
  const entries = expectMember(written, "parameters", OBJECT);
  const parameters = entries && parseParameters(written.parsing, entries, "/parameters");
  return version && parameters && { version, parameters };
}

function parseVersion(written: ParsedObject): Version | undefined {
  const text = expectMember(written, "version", TEXT);
  if (text === undefined) return undefined;
  const [, major, minor] = /^(\d{1,9})\.(\d{1,9})(?:\.|$)/.exec(text) ?? [];
  if (major === undefined || minor === undefined)
    return written.parsing.report("version", "/version", { text });
  return { major: Number(major), minor: Number(minor) };
}
