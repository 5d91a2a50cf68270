import { RULES, type Verdict } from "@shapelog/diff";
import { shapeName } from "@shapelog/model";
import { visibleName } from "../../names/visible-name.js";
import { addToGroup } from "../../record/add-to-group.js";
import type { ServiceRecord } from "../../record/service-record.js";
import { entryUrl } from "../../views/split-entries.js";
import { isAboutTexts, type ListedItem, listedItems } from "./find-cells.js";
import type { ToldAt, ToldFinding } from "./find-told.js";
import {
  directionNumber,
  placeRows,
  type ReachRow,
  reachRows,
  type Tables,
  verdictNumber,
} from "./tables.js";

/** A list with what came and went in it. */
interface ListRow {
  /** The enum's path, or the operation. */
  name: string;
  readonly kind: "values" | "errors";
  readonly direction: number;
  readonly steps: ListStep[];
}

/** What one revision did to a list, as `[revision, verdict, places, anchor, added, items]`. */
type ListStep = readonly [
  time: number,
  verdict: number,
  places: readonly ReachRow[],
  anchor: string,
  added: 0 | 1,
  items: readonly (string | number)[],
];

/** Returns the values of enums and the errors of operations that came and went, as text. */
export function printLists(record: ServiceRecord, all: readonly ToldAt[], tables: Tables): string[] {
  const lists = new Map<string, ListRow>();
  for (const told of all) {
    if (isAboutTexts(told.finding)) continue;
    for (const items of groupItems(told.finding)) addStep(lists, told, { items, record, tables });
  }
  return [...lists.values()].map((row) => JSON.stringify(row));
}

function groupItems(finding: ToldFinding["finding"]): Iterable<readonly ListedItem[]> {
  const groups = new Map<string, ListedItem[]>();
  for (const item of listedItems(finding)) addToGroup(groups, `${item.added} ${item.list}`, item);
  return groups.values();
}

interface StepParts {
  readonly items: readonly ListedItem[];
  readonly record: ServiceRecord;
  readonly tables: Tables;
}

/** Changes `lists`. */
function addStep(lists: Map<string, ListRow>, told: ToldAt, { items, record, tables }: StepParts): void {
  const [first] = items;
  if (!first) return;
  const { entry, finding, time } = told;
  const revision = record.revisions[time];
  const operation = record.operationsById.get(first.list);
  const name = operation ? operation.name : nameOfEnum(told);
  const row: ListRow = lists.get(first.list) ?? {
    name: "",
    kind: operation ? "errors" : "values",
    direction: directionNumber(finding.direction),
    steps: [],
  };
  lists.set(first.list, row);
  row.name = visibleName(name);
  const places = operation
    ? placeRows([{ stretches: operation.stretches, operations: [{ operation, anchor: "errors" }] }], tables)
    : reachRows(record, told, tables);
  const anchor = (revision && entryUrl(revision, entry))?.split("#")[1] ?? "";
  const values = items.map(({ item }) => (operation ? shapeName(String(item)) : item));
  row.steps.push([
    time,
    verdictNumber(verdictOf(finding, first)),
    places,
    anchor,
    first.added ? 1 : 0,
    values.map((value) => visibleName(value)),
  ]);
}

/** What came and what went in one revision need not do so between two others, so each has the verdict of its own rule. */
function verdictOf(finding: ToldFinding["finding"], { added, isValue }: ListedItem): Verdict {
  if (!isValue || finding.direction === undefined) return finding.verdict;
  const rule = `${finding.direction}.enum.value-${added ? "added" : "removed"}`;
  return RULES.find(({ id }) => id === rule)?.verdict ?? finding.verdict;
}

/** An enum at one path is named by it. */
function nameOfEnum({ entry }: ToldFinding): string {
  const [path] = entry.paths;
  return entry.paths.length === 1 && path !== undefined ? path : shapeName(entry.shape);
}
