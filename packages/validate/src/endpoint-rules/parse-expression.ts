import { isNodeArray, isNodeObject, type NodeValue } from "@shapelog/model";
import { FUNCTIONS } from "./functions/index.js";
import { parsePath } from "./parse-path.js";
import { fixedText, parseTemplate } from "./parse-template.js";
import {
  ARRAY,
  descend,
  expectMember,
  type NodeObject,
  type Parsing,
  parseEach,
  parseEntries,
  placeOf,
  report,
  TEXT,
} from "./parsing.js";
import type { Attribute, Call, Expression, Literal, Place } from "./syntax.js";

/** Parses a reference, a function or a literal. */
export function parseExpression(parsing: Parsing, value: NodeValue, place: Place): Expression | undefined {
  if (!isNodeObject(value)) return parseLiteral(parsing, value, place);
  const hasReference = Object.hasOwn(value, "ref");
  if (hasReference === Object.hasOwn(value, "fn")) return report(parsing, "ref-or-fn", place, {});
  if (!hasReference) return parseCall(parsing, value, place);
  const name = expectMember(parsing, TEXT, value, "ref", place);
  return name === undefined ? undefined : { kind: "reference", name, place };
}

/** Parses a function and its arguments: an object with `fn` and `argv`. */
export function parseCall(parsing: Parsing, object: NodeObject, place: Place): Call | Attribute | undefined {
  return descend(parsing, place, () => {
    const name = expectMember(parsing, TEXT, object, "fn", place);
    const argv = expectMember(parsing, ARRAY, object, "argv", place);
    if (name === undefined || argv === undefined) return undefined;
    const known = FUNCTIONS.get(name);
    if (!known) return report(parsing, "unknown-function", placeOf(place, "fn"), { name });
    const inside = placeOf(place, "argv");
    const args = parseEach(argv, inside, (each, at) => parseExpression(parsing, each, at));
    if (args.length < argv.length) return undefined;
    const [least, most] = known.counts;
    if (args.length < least || args.length > most) {
      const expected = printCounts(least, most);
      return report(parsing, "argument-count", place, { name, expected, found: args.length });
    }
    return name === "getAttr" ? parseAttribute(parsing, args, place) : { kind: "call", name, args, place };
  });
}

function printCounts(least: number, most: number): string {
  const count = most === Number.POSITIVE_INFINITY ? `${least} arguments or more` : `${least} arguments`;
  return least === 1 && most === 1 ? "1 argument" : count;
}

function parseAttribute(
  parsing: Parsing,
  [of, written]: readonly Expression[],
  place: Place,
): Attribute | undefined {
  const text = written?.kind === "string" ? fixedText(written) : undefined;
  if (!of || !written) return undefined;
  if (text === undefined) return report(parsing, "path-not-fixed", written.place, {});
  const path = parsePath(parsing, text, written.place);
  return path && { kind: "attribute", of, path, place };
}

/** Parses a literal: text, true or false, a whole number, or a list or an object of these. */
export function parseLiteral(parsing: Parsing, value: NodeValue, place: Place): Literal | undefined {
  switch (typeof value) {
    case "string":
      return parseTemplate(parsing, value, place);
    case "boolean":
      return { kind: "boolean", value, place };
    case "number":
      if (Number.isInteger(value) && value >= 0) return { kind: "integer", value, place };
      return report(parsing, "not-a-whole-number", place, { value });
    default:
      if (value === null) return report(parsing, "wrong-kind", place, { expected: "a value", value });
      return descend(parsing, place, () => parseNested(parsing, value, place));
  }
}

function parseNested(
  parsing: Parsing,
  value: readonly NodeValue[] | NodeObject,
  place: Place,
): Literal | undefined {
  const parse = (each: NodeValue, at: Place) => parseLiteral(parsing, each, at);
  return isNodeArray(value)
    ? { kind: "tuple", entries: parseEach(value, place, parse), place }
    : { kind: "record", fields: parseEntries(value, place, parse), place };
}
