import type { NodeValue } from "@shapelog/model";
import {
  checkKeys,
  expectKind,
  expectMember,
  FLAG,
  type NodeObject,
  OBJECT,
  optionalMember,
  type Parsing,
  parseEntries,
  placeOf,
  report,
  TEXT,
} from "./parsing.js";
import type { Parameter, ParameterType, Place } from "./syntax.js";

const KEYS = ["builtIn", "required", "type", "deprecated", "documentation", "default"];

/** Parses the parameters of a rule set (Smithy 2.0, "Parameter object"). */
export function parseParameters(parsing: Parsing, object: NodeObject, place: Place): readonly Parameter[] {
  return [
    ...parseEntries(object, place, (value, at, name) => parseParameter(parsing, value, at, name)).values(),
  ];
}

function parseParameter(
  parsing: Parsing,
  value: NodeValue,
  place: Place,
  name: string,
): Parameter | undefined {
  const object = expectKind(parsing, OBJECT, value, place);
  if (!object) return undefined;
  checkKeys(parsing, object, KEYS, place);
  const required = optionalMember(parsing, FLAG, object, "required", place) ?? false;
  const builtIn = optionalMember(parsing, TEXT, object, "builtIn", place);
  const documentation = optionalMember(parsing, TEXT, object, "documentation", place);
  optionalMember(parsing, OBJECT, object, "deprecated", place);
  const type = parseType(parsing, object, place);
  if (!type) return undefined;
  const fallback = Object.hasOwn(object, "default") ? object.default : undefined;
  if (fallback !== undefined) {
    if (!required) report(parsing, "default-needs-required", place, { parameter: name });
    if (findParameterType(fallback) !== type) {
      const data = { parameter: name, expected: type, value: fallback };
      report(parsing, "default-type", placeOf(place, "default"), data);
    }
  }
  return { name, type, required, builtIn, default: fallback, documentation, place };
}

function parseType(parsing: Parsing, object: NodeObject, place: Place): ParameterType | undefined {
  const type = expectMember(parsing, TEXT, object, "type", place);
  if (type === undefined) return undefined;
  if (type === "stringArray") return type;
  const lower = type.toLowerCase();
  if (lower === "string" || lower === "boolean") return lower;
  return report(parsing, "parameter-type", placeOf(place, "type"), { type });
}

/** Returns the type of the parameters that a value fits, if there is one. */
export function findParameterType(value: NodeValue): ParameterType | undefined {
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "boolean";
  const isStrings = Array.isArray(value) && value.every((each) => typeof each === "string");
  return isStrings ? "stringArray" : undefined;
}
