import { isNodeArray, isNodeObject, type NodeValue } from "@shapelog/model";
import type { Configuration } from "../rule.js";

/** How one key of a linter's configuration is read. */
export interface Option<Value> {
  /** What its value has to be, as a message says it. */
  readonly expected: string;
  /** What stands for it where it is left out. */
  readonly absent: Value;
  /** Returns the value, or `undefined` where it is not as expected. */
  read(value: NodeValue): Value | undefined;
}

type OptionTable = Readonly<Record<string, Option<unknown>>>;

/** What a table of options reads. */
export type OptionsOf<Table extends OptionTable> = {
  readonly [Key in keyof Table]: Table[Key]["absent"];
};

/** Returns a configuration as a table of options reads it; what is not as expected counts as left out. */
export function readOptions<Table extends OptionTable>(
  table: Table,
  configuration: Configuration,
): OptionsOf<Table> {
  const entries = Object.entries(table).map(([key, option]) => {
    const value = Object.hasOwn(configuration, key) ? configuration[key] : undefined;
    return [key, (value === undefined ? undefined : option.read(value)) ?? option.absent];
  });
  return Object.fromEntries(entries); // each key holds what its option reads
}

/** Returns what is wrong with a configuration, as half a sentence, or `undefined`. */
export function findOptionProblem(table: OptionTable, configuration: Configuration): string | undefined {
  for (const [key, option] of Object.entries(table)) {
    const value = Object.hasOwn(configuration, key) ? configuration[key] : undefined;
    if (value === undefined || option.read(value) !== undefined) continue;
    return `has a configuration whose "${key}" is not ${option.expected}`;
  }
  return undefined;
}

/** An option that is true or false. */
export const flag: Option<boolean> = {
  expected: "true or false",
  absent: false,
  read: (value) => (typeof value === "boolean" ? value : undefined),
};

/** An option that is a list of strings. */
export const stringList: Option<readonly string[]> = {
  expected: "a list of strings",
  absent: [],
  read: readStrings,
};

/** An option that is an object of lists of strings. */
export const stringLists: Option<ReadonlyMap<string, readonly string[]>> = {
  expected: "an object of lists of strings",
  absent: new Map(),
  read(value) {
    if (!isNodeObject(value)) return undefined;
    const entries = Object.entries(value).flatMap(([key, list]) => {
      const strings = readStrings(list);
      return strings ? [[key, strings] as const] : [];
    });
    return entries.length === Object.keys(value).length ? new Map(entries) : undefined;
  },
};

/** Returns a list of strings, or `undefined` where a value is anything else. */
export function readStrings(value: NodeValue): readonly string[] | undefined {
  if (!isNodeArray(value)) return undefined;
  const strings = value.filter((entry) => typeof entry === "string");
  return strings.length === value.length ? strings : undefined;
}
