import { isNodeArray, isNodeNumber, isNodeObject, type NodeNumber, type NodeValue } from "@shapelog/model";
import { createRuleReport, type RuleReport } from "./problems.js";
import type { Place } from "./syntax.js";

const DEPTH = 400;

export type NodeObject = Readonly<Record<string, NodeValue>>;

/** A value being parsed. Parsers return `undefined` where they have reported a problem. */
export interface Parsing extends RuleReport {
  depth: number;
}

/** An object being parsed, and where it stands. */
export interface ParsedObject {
  readonly parsing: Parsing;
  readonly object: NodeObject;
  readonly place: Place;
}

/** Returns the state of a parse that has not begun. */
export function createParsing(): Parsing {
  return { ...createRuleReport(), depth: 0 };
}

/** Parses something a level deeper. Values from strangers may be nested deeper than the stack goes. */
export function descend<Result>(
  parsing: Parsing,
  place: Place,
  parse: () => Result | undefined,
): Result | undefined {
  if (parsing.depth >= DEPTH) return parsing.report("too-deep", place, { limit: DEPTH });
  parsing.depth++;
  const result = parse();
  parsing.depth--;
  return result;
}

/** Returns the place of a key or an index. */
export function placeOf(place: Place, key: string | number): Place {
  return `${place}/${typeof key === "number" ? key : key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

interface Expected<Value extends NodeValue> {
  readonly name: string;
  is(value: NodeValue | undefined): value is Value;
}

export const OBJECT: Expected<NodeObject> = { name: "an object", is: isNodeObject };
export const ARRAY: Expected<readonly NodeValue[]> = { name: "a list", is: isNodeArray };
export const TEXT: Expected<string> = { name: "a string", is: (value) => typeof value === "string" };
export const FLAG: Expected<boolean> = { name: "true or false", is: (value) => typeof value === "boolean" };
export const NUMBER: Expected<NodeNumber> = { name: "a number", is: isNodeNumber };

/** Returns a value that has to be an object. */
export function expectObject(parsing: Parsing, value: NodeValue, place: Place): ParsedObject | undefined {
  if (isNodeObject(value)) return { parsing, object: value, place };
  return parsing.report("wrong-kind", place, { expected: OBJECT.name, value });
}

/** Returns what a key holds, which has to be there. */
export function expectKey({ parsing, object, place }: ParsedObject, key: string): NodeValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : parsing.report("missing-key", place, { key });
}

/** Returns what a key holds, which has to be there and of a kind. */
export function expectMember<Value extends NodeValue>(
  of: ParsedObject,
  key: string,
  expected: Expected<Value>,
): Value | undefined {
  return expectKey(of, key) === undefined ? undefined : optionalMember(of, key, expected);
}

/** Returns what a key holds, which has to be of a kind where it is there. */
export function optionalMember<Value extends NodeValue>(
  { parsing, object, place }: ParsedObject,
  key: string,
  expected: Expected<Value>,
): Value | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  if (value === undefined || expected.is(value)) return value;
  return parsing.report("wrong-kind", placeOf(place, key), { expected: expected.name, value });
}

/** Reports the keys that are not known. */
export function checkKeys({ parsing, object, place }: ParsedObject, known: readonly string[]): void {
  for (const key of Object.keys(object)) {
    if (!known.includes(key)) parsing.report("unknown-key", place, { key, known });
  }
}

/** Parses the entries of a list, leaving out those that have problems. */
export function parseEach<Result>(
  list: readonly NodeValue[],
  place: Place,
  parse: (value: NodeValue, place: Place) => Result | undefined,
): readonly Result[] {
  return list.flatMap((value, index) => {
    const result = parse(value, placeOf(place, index));
    return result === undefined ? [] : [result];
  });
}

/** Parses what the keys of an object hold, leaving out what has problems. */
export function parseEntries<Result>(
  object: NodeObject,
  place: Place,
  parse: (value: NodeValue, place: Place, key: string) => Result | undefined,
): ReadonlyMap<string, Result> {
  const results = new Map<string, Result>();
  for (const [key, value] of Object.entries(object)) {
    const result = parse(value, placeOf(place, key), key);
    if (result !== undefined) results.set(key, result);
  }
  return results;
}
