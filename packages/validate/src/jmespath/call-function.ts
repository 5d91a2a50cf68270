import {
  ceiling,
  compareCodeUnits,
  compareNumbers,
  equalNodes,
  floor,
  isNodeArray,
  isNodeNumber,
  isNodeObject,
  type NodeNumber,
  type NodeValue,
  nearestDouble,
  printJson,
  printNumber,
  readNumber,
  requireNumber,
} from "@shapelog/model";

type Reference = (value: NodeValue) => NodeValue;

/** A value, or an expression that a function puts to values of its own. */
export type Argument = NodeValue | Reference;

/** Returns what a function gives; null where an argument is not what it takes (JMESPath specification, "Functions"). */
export function callFunction(name: string, args: readonly Argument[]): NodeValue {
  return FUNCTIONS.get(name)?.(...args) ?? null;
}

type Call = (...args: readonly (Argument | undefined)[]) => NodeValue | undefined;

const FUNCTIONS: ReadonlyMap<string, Call> = new Map<string, Call>([
  ["abs", onNumber((of) => (compareNumbers(of, 0) < 0 ? requireNumber(printNumber(of).slice(1)) : of))],
  ["avg", onNumbers((of) => (of.length === 0 ? null : sum(of) / of.length))],
  ["ceil", onNumber(ceiling)],
  ["contains", (of, part) => contains(of, part)],
  ["ends_with", (of, part) => typeof of === "string" && typeof part === "string" && of.endsWith(part)],
  ["floor", onNumber(floor)],
  ["join", (glue, of) => (typeof glue === "string" ? strings(of)?.join(glue) : null)],
  ["keys", (of) => (isObject(of) ? Object.keys(of) : null)],
  ["length", (of) => lengthOf(of)],
  ["map", (by, of) => (typeof by === "function" ? list(of)?.map(by) : null)],
  ["max", (of) => sortBy(of)?.at(-1)],
  ["max_by", (of, by) => sortBy(of, by)?.at(-1)],
  [
    "merge",
    (...of) => Object.fromEntries(of.flatMap((each) => (isObject(each) ? Object.entries(each) : []))),
  ],
  ["min", (of) => sortBy(of)?.[0]],
  ["min_by", (of, by) => sortBy(of, by)?.[0]],
  ["not_null", (...of) => of.filter(isValue).find((each) => each !== null)],
  ["reverse", (of) => (typeof of === "string" ? [...of].reverse().join("") : list(of)?.toReversed())],
  ["sort", (of) => sortBy(of)],
  ["sort_by", (of, by) => sortBy(of, by)],
  ["starts_with", (of, part) => typeof of === "string" && typeof part === "string" && of.startsWith(part)],
  ["sum", onNumbers(sum)],
  ["to_array", (of) => list(of) ?? (isValue(of) ? [of] : null)],
  ["to_number", (of) => toNumber(of)],
  ["to_string", (of) => (typeof of === "string" ? of : isValue(of) ? printJson(of) : null)],
  ["type", (of) => typeName(of)],
  ["values", (of) => (isObject(of) ? Object.values(of) : null)],
]);

function isValue(argument: Argument | undefined): argument is NodeValue {
  return argument !== undefined && typeof argument !== "function";
}

function isObject(argument: Argument | undefined): argument is { readonly [key: string]: NodeValue } {
  return isValue(argument) && isNodeObject(argument);
}

function list(argument: Argument | undefined): readonly NodeValue[] | undefined {
  return isValue(argument) && isNodeArray(argument) ? argument : undefined;
}

function strings(argument: Argument | undefined): readonly string[] | undefined {
  const values = list(argument);
  const found = values?.filter((each) => typeof each === "string");
  return found?.length === values?.length ? found : undefined;
}

function onNumber(call: (of: NodeNumber) => NodeNumber): Call {
  return (of) => (isNodeNumber(of) ? call(of) : null);
}

function onNumbers(call: (of: readonly number[]) => number | null): Call {
  return (of) => {
    const values = list(of);
    const numbers = values?.filter(isNodeNumber);
    return numbers && numbers.length === values?.length ? call(numbers.map(nearestDouble)) : null;
  };
}

function sum(of: readonly number[]): number {
  return of.reduce((total, each) => total + each, 0);
}

function contains(of: Argument | undefined, part: Argument | undefined): NodeValue {
  if (typeof of === "string") return typeof part === "string" && of.includes(part);
  return list(of)?.some((each) => isValue(part) && equalNodes(each, part)) ?? null;
}

/** Strings are as long as they have code points. */
function lengthOf(of: Argument | undefined): NodeValue {
  if (typeof of === "string") return [...of].length;
  return list(of)?.length ?? (isObject(of) ? Object.keys(of).length : null);
}

function sortBy(of: Argument | undefined, by?: Argument): readonly NodeValue[] | undefined {
  const keyed = list(of)?.map((value) => ({ value, key: typeof by === "function" ? by(value) : value }));
  return keyed?.sort((a, b) => compareKeys(a.key, b.key)).map(({ value }) => value);
}

function compareKeys(a: NodeValue, b: NodeValue): number {
  if (isNodeNumber(a) && isNodeNumber(b)) return compareNumbers(a, b);
  return typeof a === "string" && typeof b === "string" ? compareCodeUnits(a, b) : 0;
}

function toNumber(of: Argument | undefined): NodeValue {
  if (isNodeNumber(of)) return of;
  if (typeof of !== "string" || of.trim() === "") return null;
  const number = readNumber(of.trim()) ?? Number(of);
  return typeof number === "number" && Number.isNaN(number) ? null : number;
}

function typeName(of: Argument | undefined): NodeValue {
  if (!isValue(of)) return "expression";
  if (of === null) return "null";
  if (isNodeArray(of)) return "array";
  if (isNodeNumber(of)) return "number";
  return typeof of;
}
