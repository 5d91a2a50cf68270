import { isNodeArray, type NodeValue } from "@shapelog/model";
import { parseCall, parseExpression, parseLiteral } from "./parse-expression.js";
import {
  ARRAY,
  checkKeys,
  descend,
  expectKey,
  expectMember,
  expectObject,
  OBJECT,
  optionalMember,
  type ParsedObject,
  type Parsing,
  parseEach,
  parseEntries,
  placeOf,
  TEXT,
} from "./parsing.js";
import type { Condition, Endpoint, Expression, Place, Rule } from "./syntax.js";

/** Parses a rule (Smithy 2.0, "Endpoint rule object", "Error rule object", "Tree rule object"). */
export function parseRule(parsing: Parsing, value: NodeValue, place: Place): Rule | undefined {
  return descend(parsing, place, () => {
    const written = expectObject(parsing, value, place);
    const type = written && expectMember(written, "type", TEXT);
    if (!written || type === undefined) return undefined;
    optionalMember(written, "documentation", TEXT);
    const list = optionalMember(written, "conditions", ARRAY) ?? [];
    return parseOutcome(written, type, parseConditions(parsing, list, placeOf(place, "conditions")));
  });
}

function parseOutcome(
  written: ParsedObject,
  type: string,
  conditions: readonly Condition[],
): Rule | undefined {
  const { parsing, place } = written;
  const base = { conditions, place };
  switch (type) {
    case "endpoint": {
      const value = expectMember(written, "endpoint", OBJECT);
      const endpoint = value && parseEndpoint({ parsing, object: value, place: placeOf(place, "endpoint") });
      return endpoint && { kind: "endpoint", endpoint, ...base };
    }
    case "error": {
      const value = expectKey(written, "error");
      if (value === undefined) return undefined;
      const error = parseExpression(parsing, value, placeOf(place, "error"));
      return error && { kind: "error", error, ...base };
    }
    case "tree": {
      const list = expectMember(written, "rules", ARRAY);
      return list && { kind: "tree", rules: parseRules(parsing, list, placeOf(place, "rules")), ...base };
    }
    default:
      return parsing.report("rule-type", placeOf(place, "type"), { type });
  }
}

/** Parses a list of rules. */
export function parseRules(parsing: Parsing, list: readonly NodeValue[], place: Place): readonly Rule[] {
  return parseEach(list, place, (value, at) => parseRule(parsing, value, at));
}

/** Parses a list of conditions (Smithy 2.0, "Condition object"). */
export function parseConditions(
  parsing: Parsing,
  list: readonly NodeValue[],
  place: Place,
): readonly Condition[] {
  return parseEach(list, place, (value, at) => parseCondition(parsing, value, at));
}

function parseCondition(parsing: Parsing, value: NodeValue, place: Place): Condition | undefined {
  const written = expectObject(parsing, value, place);
  if (!written) return undefined;
  const call = parseCall(written);
  const assign = optionalMember(written, "assign", TEXT);
  return call && { call, assign, place };
}

/** Parses an endpoint (Smithy 2.0, "Endpoint object"). */
function parseEndpoint(written: ParsedObject): Endpoint | undefined {
  const { parsing, place } = written;
  checkKeys(written, ["properties", "headers", "url"]);
  const value = expectKey(written, "url");
  const url = value === undefined ? undefined : parseExpression(parsing, value, placeOf(place, "url"));
  const properties = parseEntries(
    optionalMember(written, "properties", OBJECT) ?? {},
    placeOf(place, "properties"),
    (each, at) => parseLiteral(parsing, each, at),
  );
  const headers = parseEntries(
    optionalMember(written, "headers", OBJECT) ?? {},
    placeOf(place, "headers"),
    (each, at) => parseHeader(parsing, each, at),
  );
  return url && { url, headers, properties, place };
}

function parseHeader(parsing: Parsing, value: NodeValue, place: Place): readonly Expression[] | undefined {
  if (!isNodeArray(value)) return parsing.report("wrong-kind", place, { expected: ARRAY.name, value });
  return parseEach(value, place, (each, at) => parseExpression(parsing, each, at));
}
