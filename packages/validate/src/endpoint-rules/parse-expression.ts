import {
  isNodeArray,
  isNodeNumber,
  isNodeObject,
  isWhole,
  type NodeValue,
  nearestDouble,
} from "@shapelog/model";
import { FUNCTIONS } from "./functions/index.js";
import { parsePath } from "./parse-path.js";
import { fixedText, parseTemplate } from "./parse-template.js";
import {
  ARRAY,
  descend,
  expectMember,
  type NodeObject,
  type ParsedObject,
  type Parsing,
  parseEach,
  parseEntries,
  placeOf,
  TEXT,
} from "./parsing.js";
import type { Attribute, Call, Expression, Literal, Place } from "./syntax.js";

/** Parses a reference, a function or a literal. */
export function parseExpression(parsing: Parsing, value: NodeValue, place: Place): Expression | undefined {
  if (!isNodeObject(value)) return parseLiteral(parsing, value, place);
  const hasReference = Object.hasOwn(value, "ref");
  if (hasReference === Object.hasOwn(value, "fn")) return parsing.report("ref-or-fn", place, {});
  const written = { parsing, object: value, place };
  if (!hasReference) return parseCall(written);
  const name = expectMember(written, "ref", TEXT);
  return name === undefined ? undefined : { kind: "reference", name, place };
}

/** Parses a function and its arguments: an object with `fn` and `argv`. */
export function parseCall(written: ParsedObject): Call | Attribute | undefined {
  const { parsing, place } = written;
  return descend(parsing, place, () => {
    const name = expectMember(written, "fn", TEXT);
    const argv = expectMember(written, "argv", ARRAY);
    if (name === undefined || argv === undefined) return undefined;
    const known = FUNCTIONS.get(name);
    if (!known) return parsing.report("unknown-function", placeOf(place, "fn"), { name });
    const inside = placeOf(place, "argv");
    const args = parseEach(argv, inside, (each, at) => parseExpression(parsing, each, at));
    if (args.length < argv.length) return undefined;
    const [least, most] = known.counts;
    if (args.length < least || args.length > most) {
      const expected = printCounts(least, most);
      return parsing.report("argument-count", place, { name, expected, found: args.length });
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
  if (text === undefined) return parsing.report("path-not-fixed", written.place, {});
  const path = parsePath(parsing, text, written.place);
  return path && { kind: "attribute", of, path, place };
}

/** Parses a literal: text, true or false, a whole number, or a list or an object of these. */
export function parseLiteral(parsing: Parsing, value: NodeValue, place: Place): Literal | undefined {
  if (isNodeNumber(value)) {
    const double = nearestDouble(value);
    if (isWhole(value) && double >= 0) return { kind: "integer", value: double, place };
    return parsing.report("not-a-whole-number", place, { value });
  }
  switch (typeof value) {
    case "string":
      return parseTemplate(parsing, value, place);
    case "boolean":
      return { kind: "boolean", value, place };
    default:
      if (value === null) return parsing.report("wrong-kind", place, { expected: "a value", value });
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
