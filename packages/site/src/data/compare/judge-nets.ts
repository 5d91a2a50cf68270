import type { Model } from "@shapelog/model";
import { addToGroup } from "../../record/add-to-group.js";
import type { ServiceRecord } from "../../record/service-record.js";
import { modelAt } from "../../record/timeline.js";
import { type Cell, isInCells, subjectsOf } from "./find-cells.js";
import { judgeRun, type ToldFinding } from "./find-told.js";

/** What became of a cell from just before one revision to another one, whatever happened between. */
export interface Net {
  readonly first: number;
  readonly last: number;
  readonly told: readonly ToldFinding[];
}

/** Cells that more revisions touch are not judged: what happened is told revision by revision. */
const MOST_TIMES = 8;

/**
 * Returns for each cell that several revisions touch what comes of every run of them. Each pair of models is compared
 * once, for all cells that ask for it.
 */
export function judgeNets(record: ServiceRecord, cells: readonly Cell[]): ReadonlyMap<Cell, readonly Net[]> {
  const asked = new Map<string, Cell[]>();
  for (const cell of cells) {
    const times = [...cell.told.keys()];
    if (times.length > MOST_TIMES) continue;
    for (const [index, first] of times.entries())
      for (const last of times.slice(index + 1)) addToGroup(asked, `${first} ${last}`, cell);
  }
  const nets = new Map<Cell, Net[]>();
  const modelOf = createModelReader(record);
  for (const [key, own] of [...asked].sort(byTimes)) {
    const [first = 0, last = 0] = key.split(" ").map(Number);
    const told = judgeRun(modelOf(first - 1), modelOf(last));
    for (const cell of own) addToGroup(nets, cell, { first, last, told: chooseTold(told, cell) });
  }
  return nets;
}

function byTimes([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  const [[a1 = 0, a2 = 0], [b1 = 0, b2 = 0]] = [a.split(" ").map(Number), b.split(" ").map(Number)];
  return a1 - b1 || a2 - b2;
}

function chooseTold(told: readonly ToldFinding[], { subjects }: Cell): readonly ToldFinding[] {
  return told.filter(
    ({ finding }) => isInCells(finding) && subjectsOf(finding).some((subject) => subjects.has(subject)),
  );
}

/** So many models are kept. */
const MOST_KEPT = 40;

function createModelReader({ timeline }: ServiceRecord): (time: number) => Model {
  const kept = new Map<number, Model>();
  return (time) => {
    const model = kept.get(time) ?? modelAt(timeline, time);
    kept.delete(time);
    kept.set(time, model);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return model;
  };
}
