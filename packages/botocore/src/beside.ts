import type { Diagnostic } from "@shapelog/diagnostics";
import { isJsonObject, type JsonValue } from "@shapelog/json";
import { equalNodes } from "@shapelog/model";
import { type Fields, keptTrait, type TraitEntry } from "./map-traits.js";

/** What the files beside a model say of one operation. */
export interface OperationBeside {
  readonly traits: readonly TraitEntry[];
  /** What it is as written, for a model that does not have the operation, and what is reported then. */
  readonly paginator?: JsonValue;
  readonly waiters: readonly (readonly [name: string, waiter: JsonValue])[];
  /** Its examples as written. */
  readonly examples?: JsonValue;
  readonly unknown: readonly Diagnostic[];
}

/** What the files beside a model say, whatever operations it has. */
export interface Beside {
  readonly operations: ReadonlyMap<string, OperationBeside>;
  /** What is said of no operation, by the file's kind. */
  readonly paginators: Fields;
  readonly waiters: Fields;
  readonly examples: Fields;
  readonly diagnostics: readonly Diagnostic[];
}

/** Nothing beside a model. */
export const NO_BESIDE: Beside = {
  operations: new Map(),
  paginators: {},
  waiters: {},
  examples: {},
  diagnostics: [],
};

/** The operations that a model has, by name. */
type Operations = ReadonlyMap<string, unknown>;

/** Returns the traits of a service that keep what is said of no operation it has. */
export function serviceBeside(beside: Beside, operations: Operations): TraitEntry[] {
  const paginators: [string, JsonValue][] = [];
  const waiters: [string, JsonValue][] = Object.entries(
    isJsonObject(beside.waiters.waiters) ? beside.waiters.waiters : {},
  );
  const examples: [string, JsonValue][] = [];
  for (const [name, { paginator, waiters: entries, examples: calls }] of beside.operations) {
    if (operations.has(name)) continue;
    if (calls !== undefined) examples.push([name, calls]);
    if (paginator !== undefined) paginators.push([name, paginator]);
    for (const entry of entries) waiters.push([...entry]);
  }
  const kept: [string, Fields][] = [
    ["paginators", withEntries(beside.paginators, "pagination", paginators)],
    ["waiters", withEntries(beside.waiters, "waiters", waiters)],
    ["operationExamples", withEntries(beside.examples, "examples", examples)],
  ];
  return kept.flatMap(([key, value]) => (Object.keys(value).length > 0 ? [keptTrait(key, value)] : []));
}

function withEntries(rest: Fields, key: string, entries: readonly (readonly [string, JsonValue])[]): Fields {
  return entries.length === 0 ? rest : { ...rest, [key]: Object.fromEntries(entries) };
}

/** Returns what is reported of operations that the model does not have. */
export function reportBeside(beside: Beside, operations: Operations): readonly Diagnostic[] {
  const unknown = [...beside.operations].flatMap(([name, each]) =>
    operations.has(name) ? [] : each.unknown,
  );
  return [...beside.diagnostics, ...unknown];
}

/** Returns the operations of which something else is said. */
export function findChangedBeside(before: Beside, after: Beside): Set<string> {
  const changed = new Set<string>();
  if (before === after) return changed;
  for (const name of [...before.operations.keys(), ...after.operations.keys()]) {
    const [old, now] = [before, after].map(({ operations }) => operations.get(name)?.traits ?? []);
    if (!equalNodes(Object.fromEntries(old ?? []), Object.fromEntries(now ?? []))) changed.add(name);
  }
  return changed;
}
