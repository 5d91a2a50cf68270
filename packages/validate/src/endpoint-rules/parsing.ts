import { isNodeArray, isNodeObject, type NodeValue } from "@shapelog/model";
import { createProblem, type RuleProblem, type RuleProblemData, type RuleProblemKind } from "./problems.js";
import type { Place } from "./syntax.js";

const DEPTH = 400;

export type NodeObject = Readonly<Record<string, NodeValue>>;

/** A value being parsed. Parsers return `undefined` where they have reported a problem. */
export interface Parsing {
  readonly problems: RuleProblem[];
  depth: number;
}

/** Returns the state of a parse that has not begun. */
export function createParsing(): Parsing {
  return { problems: [], depth: 0 };
}

/** Reports a problem. Returns `undefined`, so that a parser can return what this returns. */
export function report<Kind extends RuleProblemKind>(
  parsing: Parsing,
  kind: Kind,
  place: Place,
  data: RuleProblemData<Kind>,
): undefined {
  parsing.problems.push(createProblem(kind, place, data));
}

/** Parses something a level deeper. Values from strangers may be nested deeper than the stack goes. */
export function descend<Result>(
  parsing: Parsing,
  place: Place,
  parse: () => Result | undefined,
): Result | undefined {
  if (parsing.depth >= DEPTH) return report(parsing, "too-deep", place, { limit: DEPTH });
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
export const NUMBER: Expected<number> = { name: "a number", is: (value) => typeof value === "number" };

/** Returns a value that has to be of a kind. */
export function expectKind<Value extends NodeValue>(
  parsing: Parsing,
  expected: Expected<Value>,
  value: NodeValue,
  place: Place,
): Value | undefined {
  return expected.is(value)
    ? value
    : report(parsing, "wrong-kind", place, { expected: expected.name, value });
}

/** Returns what a key holds, which has to be there. */
export function expectKey(
  parsing: Parsing,
  object: NodeObject,
  key: string,
  place: Place,
): NodeValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : report(parsing, "missing-key", place, { key });
}

/** Returns what a key holds, which has to be there and of a kind. */
export function expectMember<Value extends NodeValue>(
  parsing: Parsing,
  expected: Expected<Value>,
  object: NodeObject,
  key: string,
  place: Place,
): Value | undefined {
  const value = expectKey(parsing, object, key, place);
  return value === undefined ? undefined : expectKind(parsing, expected, value, placeOf(place, key));
}

/** Returns what a key holds, which has to be of a kind where it is there. */
export function optionalMember<Value extends NodeValue>(
  parsing: Parsing,
  expected: Expected<Value>,
  object: NodeObject,
  key: string,
  place: Place,
): Value | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return value === undefined ? undefined : expectKind(parsing, expected, value, placeOf(place, key));
}

/** Reports the keys that are not known. */
export function checkKeys(
  parsing: Parsing,
  object: NodeObject,
  known: readonly string[],
  place: Place,
): void {
  for (const key of Object.keys(object)) {
    if (!known.includes(key)) report(parsing, "unknown-key", place, { key, known });
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
