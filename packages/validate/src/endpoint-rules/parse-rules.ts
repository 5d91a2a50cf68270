import type { NodeValue } from "@shapelog/model";
import { parseCall, parseExpression, parseLiteral } from "./parse-expression.js";
import {
  ARRAY,
  checkKeys,
  descend,
  expectKey,
  expectKind,
  expectMember,
  type NodeObject,
  OBJECT,
  optionalMember,
  type Parsing,
  parseEach,
  parseEntries,
  placeOf,
  report,
  TEXT,
} from "./parsing.js";
import type { Condition, Endpoint, Place, Rule } from "./syntax.js";

/** Parses a rule (Smithy 2.0, "Endpoint rule object", "Error rule object", "Tree rule object"). */
export function parseRule(parsing: Parsing, value: NodeValue, place: Place): Rule | undefined {
  return descend(parsing, place, () => {
    const object = expectKind(parsing, OBJECT, value, place);
    const type = object && expectMember(parsing, TEXT, object, "type", place);
    if (!object || type === undefined) return undefined;
    optionalMember(parsing, TEXT, object, "documentation", place);
    const list = optionalMember(parsing, ARRAY, object, "conditions", place) ?? [];
    const conditions = parseConditions(parsing, list, placeOf(place, "conditions"));
    return parseOutcome(parsing, object, type, { conditions, place });
  });
}

function parseOutcome(
  parsing: Parsing,
  object: NodeObject,
  type: string,
  base: { readonly conditions: readonly Condition[]; readonly place: Place },
): Rule | undefined {
  const { place } = base;
  switch (type) {
    case "endpoint": {
      const value = expectMember(parsing, OBJECT, object, "endpoint", place);
      const endpoint = value && parseEndpoint(parsing, value, placeOf(place, "endpoint"));
      return endpoint && { kind: "endpoint", endpoint, ...base };
    }
    case "error": {
      const value = expectKey(parsing, object, "error", place);
      if (value === undefined) return undefined;
      const error = parseExpression(parsing, value, placeOf(place, "error"));
      return error && { kind: "error", error, ...base };
    }
    case "tree": {
      const list = expectMember(parsing, ARRAY, object, "rules", place);
      return list && { kind: "tree", rules: parseRules(parsing, list, placeOf(place, "rules")), ...base };
    }
    default:
      return report(parsing, "rule-type", placeOf(place, "type"), { type });
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
  const object = expectKind(parsing, OBJECT, value, place);
  if (!object) return undefined;
  const call = parseCall(parsing, object, place);
  const assign = optionalMember(parsing, TEXT, object, "assign", place);
  return call && { call, assign, place };
}

/** Parses an endpoint (Smithy 2.0, "Endpoint object"). */
function parseEndpoint(parsing: Parsing, object: NodeObject, place: Place): Endpoint | undefined {
  checkKeys(parsing, object, ["properties", "headers", "url"], place);
  const written = expectKey(parsing, object, "url", place);
  const url = written === undefined ? undefined : parseExpression(parsing, written, placeOf(place, "url"));
  const properties = parseEntries(
    optionalMember(parsing, OBJECT, object, "properties", place) ?? {},
    placeOf(place, "properties"),
    (value, at) => parseLiteral(parsing, value, at),
  );
  const headers = parseEntries(
    optionalMember(parsing, OBJECT, object, "headers", place) ?? {},
    placeOf(place, "headers"),
    (value, at) => {
      const list = expectKind(parsing, ARRAY, value, at);
      return list && parseEach(list, at, (each, inside) => parseExpression(parsing, each, inside));
    },
  );
  return url && { url, headers, properties, place };
}
