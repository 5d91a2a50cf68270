import { VERDICTS, type Verdict } from "@shapelog/diff";
import type { Direction } from "@shapelog/model";
import type { ServiceRecord } from "../../record/service-record.js";
import type { Stretch } from "../../record/timeline.js";
import { findReach, type Reach } from "./find-reach.js";
import type { ToldFinding } from "./find-told.js";

/** So many operations of a finding are named; the others are counted. */
const MOST_OPERATIONS = 5;

/** What rows name by number. */
export interface Tables {
  /** `[from, to]` by the numbers of revisions; `to` is the first without, and `null` where there is none. */
  readonly stretches: (readonly (readonly [number, number | null])[])[];
  readonly numberOf: (stretches: readonly Stretch[]) => number;
  readonly operationOf: ReadonlyMap<string, number>;
}

/** Returns the tables of a service, to be filled as rows are made. */
export function createTables({ operations }: ServiceRecord): Tables {
  const stretches: (readonly (readonly [number, number | null])[])[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (own: readonly Stretch[]) => {
    const pairs = own.map(({ from, to }) => [from, Number.isFinite(to) ? to : null] as const);
    const key = JSON.stringify(pairs);
    const number = numbers.get(key) ?? stretches.push(pairs) - 1;
    numbers.set(key, number);
    return number;
  };
  return { stretches, numberOf, operationOf: new Map(operations.map(({ id }, index) => [id, index])) };
}

/** Returns the places of a finding: the number of their stretches, how many operations have them, and some of those. */
export function reachRows(
  record: ServiceRecord,
  { entry, finding }: ToldFinding,
  tables: Tables,
): ReachRow[] {
  return placeRows(findReach(record, entry, finding), tables);
}

/** Returns places as rows. */
export function placeRows(places: readonly Reach[], tables: Tables): ReachRow[] {
  return places.map(({ stretches, operations }): ReachRow => {
    const named = operations.slice(0, MOST_OPERATIONS);
    return [
      tables.numberOf(stretches),
      operations.length,
      ...named.map(({ operation, anchor }) => [tables.operationOf.get(operation.id) ?? 0, anchor] as const),
    ];
  });
}

/** `[stretches, number of operations, [operation, anchor], ...]`. */
export type ReachRow = readonly [number, number, ...(readonly [number, string])[]];

/** Returns a verdict as a number, worst first. */
export function verdictNumber(verdict: Verdict): number {
  return VERDICTS.indexOf(verdict);
}

/** Returns a direction as a number; 0 where there is none. */
export function directionNumber(direction: Direction | undefined): number {
  return direction === undefined ? 0 : direction === "request" ? 1 : 2;
}
