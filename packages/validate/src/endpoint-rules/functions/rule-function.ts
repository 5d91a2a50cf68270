import type { EvaluationFailure } from "../failures.js";
import type { Version } from "../syntax.js";
import { BOOLEAN, INTEGER, STRING, type Type } from "../types.js";
import type { Value } from "../value.js";

interface ValueOf {
  readonly string: string;
  readonly boolean: boolean;
  readonly integer: number;
}

type Kind = keyof ValueOf;
type ValuesOf<Kinds extends readonly Kind[]> = { readonly [Index in keyof Kinds]: ValueOf[Kinds[Index]] };

/** Reports why there is no value, and returns `undefined`. */
export type Fail = (failure: EvaluationFailure) => undefined;

/** A function whose types are fixed. */
export interface PlainFunction {
  readonly parameters: readonly Type[];
  readonly returns: Type;
  /** Takes values of the parameters' types. */
  evaluate(args: readonly Value[], fail: Fail): Value;
}

/** A function of the rules language. */
export interface RuleFunction {
  readonly since: Version;
  /** How many arguments it takes. */
  readonly counts: readonly [least: number, most: number];
  /** Left out where types hang on the arguments, or not all arguments are always evaluated. */
  readonly plain?: PlainFunction;
}

export const V1_0: Version = { major: 1, minor: 0 };
export const V1_1: Version = { major: 1, minor: 1 };

const TYPES: Readonly<Record<Kind, Type>> = { string: STRING, boolean: BOOLEAN, integer: INTEGER };

/** Returns a function of fixed types, which is there since version 1.0. */
export function definePlain<const Kinds extends readonly Kind[]>(
  kinds: Kinds,
  returns: Type,
  evaluate: (args: ValuesOf<Kinds>, fail: Fail) => Value,
): RuleFunction {
  const plain: PlainFunction = {
    parameters: kinds.map((kind) => TYPES[kind]),
    returns,
    evaluate: (args, fail) => evaluate(args as ValuesOf<Kinds>, fail), // of the parameters' types
  };
  return { since: V1_0, counts: [kinds.length, kinds.length], plain };
}
