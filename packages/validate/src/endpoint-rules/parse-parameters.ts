import type { NodeValue } from "@shapelog/model";
import {
  checkKeys,
  expectMember,
  expectObject,
  FLAG,
  type NodeObject,
  OBJECT,
  optionalMember,
  type ParsedObject,
  type Parsing,
  parseEntries,
  placeOf,
  TEXT,
} from "./parsing.js";
import type { Parameter, ParameterType, Place } from "./syntax.js";

const KEYS = ["builtIn", "required", "type", "deprecated", "documentation", "default"];

/** Parses the parameters of a rule set (Smithy 2.0, "Parameter object"). */
export function parseParameters(parsing: Parsing, object: NodeObject, place: Place): readonly Parameter[] {
  const parameters = parseEntries(object, place, (value, at, name) => {
    const written = expectObject(parsing, value, at);
    return written && parseParameter(written, name);
  });
  return [...parameters.values()];
}

function parseParameter(written: ParsedObject, name: string): Parameter | undefined {
  const { parsing, object, place } = written;
  checkKeys(written, KEYS);
  const required = optionalMember(written, "required", FLAG) ?? false;
  const builtIn = optionalMember(written, "builtIn", TEXT);
  const documentation = optionalMember(written, "documentation", TEXT);
  optionalMember(written, "deprecated", OBJECT);
  const type = parseType(written);
  if (!type) return undefined;
  const fallback = Object.hasOwn(object, "default") ? object.default : undefined;
  if (fallback !== undefined) {
    if (!required) parsing.report("default-needs-required", place, { parameter: name });
    if (findParameterType(fallback) !== type) {
      const data = { parameter: name, expected: type, value: fallback };
      parsing.report("default-type", placeOf(place, "default"), data);
    }
  }
  return { name, type, required, builtIn, default: fallback, documentation, place };
}

function parseType(written: ParsedObject): ParameterType | undefined {
  const type = expectMember(written, "type", TEXT);
  if (type === undefined) return undefined;
  if (type === "stringArray") return type;
  const lower = type.toLowerCase();
  if (lower === "string" || lower === "boolean") return lower;
  return written.parsing.report("parameter-type", placeOf(written.place, "type"), { type });
}

/** Returns the type of the parameters that a value fits, if there is one. */
export function findParameterType(value: NodeValue): ParameterType | undefined {
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "boolean";
  const isStrings = Array.isArray(value) && value.every((each) => typeof each === "string");
  return isStrings ? "stringArray" : undefined;
}
