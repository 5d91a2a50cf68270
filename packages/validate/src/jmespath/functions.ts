import { nameKind } from "./name-kind.js";
import {
  ANY,
  ANY_ARRAY,
  ANY_OBJECT,
  arrayOf,
  BOOLEAN,
  joinTypes,
  NUMBER,
  STRING,
  type ValueType,
} from "./value-type.js";

/** What an argument has to be. */
export interface Parameter {
  readonly expected: string;
  accepts(type: ValueType): boolean;
}

/** A function of JMESPath (JMESPath specification, "Built-in functions"). */
export interface FunctionType {
  readonly parameters: readonly Parameter[];
  /** What any number of further arguments have to be. */
  readonly rest?: Parameter;
  returns(args: readonly ValueType[], results: readonly ValueType[]): ValueType;
}

const any: Parameter = { expected: "any value", accepts: () => true };
const number = oneOf("number");
const string = oneOf("string");
const array = oneOf("array");
const object = oneOf("object");
const reference = oneOf("expression");
const numbers = arrayOfKind("number");
const strings = arrayOfKind("string");
const ordered: Parameter = {
  expected: "an array of numbers or strings",
  accepts: (type) => numbers.accepts(type) || strings.accepts(type),
};

/** All functions by name. */
export const FUNCTIONS: ReadonlyMap<string, FunctionType> = new Map<string, FunctionType>([
  ["abs", gives(NUMBER, number)],
  ["avg", gives(NUMBER, numbers)],
  ["ceil", gives(NUMBER, number)],
  ["contains", gives(BOOLEAN, oneOf("array", "string"), any)],
  ["ends_with", gives(BOOLEAN, string, string)],
  ["floor", gives(NUMBER, number)],
  ["join", gives(STRING, string, strings)],
  ["keys", gives(arrayOf(STRING), object)],
  ["length", gives(NUMBER, oneOf("string", "array", "object"))],
  ["map", { parameters: [reference, array], returns: (_, [result = ANY]) => arrayOf(result) }],
  ["max", { parameters: [ordered], returns: ([of]) => entryOf(of) }],
  ["max_by", { parameters: [array, reference], returns: ([of]) => entryOf(of) }],
  ["merge", { parameters: [], rest: object, returns: () => ANY_OBJECT }],
  ["min", { parameters: [ordered], returns: ([of]) => entryOf(of) }],
  ["min_by", { parameters: [array, reference], returns: ([of]) => entryOf(of) }],
  ["not_null", { parameters: [any], rest: any, returns: (args) => joinTypes(args) }],
  ["reverse", { parameters: [oneOf("array", "string")], returns: ([of = ANY]) => of }],
  ["sort", { parameters: [ordered], returns: ([of = ANY_ARRAY]) => of }],
  ["sort_by", { parameters: [array, reference], returns: ([of = ANY_ARRAY]) => of }],
  ["starts_with", gives(BOOLEAN, string, string)],
  ["sum", gives(NUMBER, numbers)],
  ["to_array", { parameters: [any], returns: ([of = ANY]) => (of.kind === "array" ? of : ANY_ARRAY) }],
  ["to_number", gives(NUMBER, any)],
  ["to_string", gives(STRING, any)],
  ["type", gives(STRING, any)],
  [
    "values",
    {
      parameters: [object],
      returns: ([of]) => arrayOf(of?.kind === "object" ? joinTypes(of.fields()) : ANY),
    },
  ],
]);

function gives(type: ValueType, ...parameters: readonly Parameter[]): FunctionType {
  return { parameters, returns: () => type };
}

function oneOf(...kinds: readonly ValueType["kind"][]): Parameter {
  return {
    expected: kinds.map((kind) => nameKind(kind)).join(" or "),
    accepts: ({ kind }) => kind === "any" || kinds.includes(kind),
  };
}

function arrayOfKind(kind: ValueType["kind"]): Parameter {
  return {
    expected: `an array of ${kind}s`,
    accepts: (type) => {
      if (type.kind !== "array") return type.kind === "any";
      const entry = type.entry().kind;
      return entry === "any" || entry === kind;
    },
  };
}

function entryOf(type: ValueType | undefined): ValueType {
  return type?.kind === "array" ? type.entry() : ANY;
}
