import type { Impact } from "../find-impact.js";
import type { ProgramUses } from "../program/find-uses.js";

/** One side of a change, as readers know it. */
export interface ReportedSide {
  readonly label: string;
  readonly date?: string;
  readonly release?: string;
}

/** What a change does to one program. */
export interface ConsumerReport {
  /** Its `tsconfig.json`, or its folder, as shown to people. */
  readonly name: string;
  /** The version of TypeScript that it was compiled with. */
  readonly typescript: string;
  readonly impact: Impact;
}

/** What a change does to programs. */
export interface ImpactReport {
  readonly title: string;
  readonly before: ReportedSide;
  readonly after: ReportedSide;
  readonly consumers: readonly ConsumerReport[];
  /** Returns a file's path as shown to people. */
  readonly pathOf: (file: string) => string;
}

/** What one program uses. */
export interface UsesReport {
  readonly name: string;
  readonly typescript: string;
  readonly found: ProgramUses;
  readonly pathOf: (file: string) => string;
}

/** Returns a number with its noun. */
export function countOf(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Returns a side by its day, else by what was compared. */
export function sideName({ date, label }: ReportedSide): string {
  return date ?? label;
}

/** Returns values by a key that each of them has, in the order in which keys are met first. */
export function groupBy<Value>(
  values: Iterable<Value>,
  keyOf: (value: Value) => string,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
