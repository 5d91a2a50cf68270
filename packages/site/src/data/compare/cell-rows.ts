import { visibleName } from "../../names/visible-name.js";
import type { ServiceRecord } from "../../record/service-record.js";
import { entryName } from "../../views/entry-view.js";
import { shortenLists } from "../../views/shorten-lists.js";
import { entryUrl } from "../../views/split-entries.js";
import { findCells, isShown } from "./find-cells.js";
import type { ToldAt, ToldFinding } from "./find-told.js";
import { judgeNets } from "./judge-nets.js";
import { directionNumber, reachRows, type Tables, verdictNumber } from "./tables.js";

/** Findings and cells as texts; cells name findings by number. */
export interface CellTexts {
  readonly findings: readonly string[];
  readonly cells: readonly string[];
}

/** Returns what became of all but values and errors: what each revision told, and what comes of several. */
export function printCells(record: ServiceRecord, all: readonly ToldAt[], tables: Tables): CellTexts {
  const cells = findCells(all);
  const nets = judgeNets(record, cells);
  const numbers = new Map<string, number>();
  const numberOf = (row: readonly unknown[]) => {
    const text = JSON.stringify(row);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const texts = cells.flatMap((cell): string[] => {
    const own = nets.get(cell) ?? [];
    const tell = (told: readonly ToldFinding[], time?: number) =>
      told
        .filter(({ finding }) => isShown(finding))
        .map((each) =>
          numberOf(findingRow(record, each, { tables, ...(time === undefined ? {} : { time }) })),
        );
    const steps = [...cell.told].map(([time, told]) => [time, tell(told, time)] as const);
    const runs = own.map(({ first, last, told }) => [first, last, tell(told)] as const);
    const isQuiet = [...steps.map((step) => step[1]), ...runs.map((run) => run[2])].every(
      ({ length }) => length === 0,
    );
    if (isQuiet) return [];
    return [JSON.stringify(own.length > 0 ? { steps, nets: runs } : { steps })];
  });
  return { findings: [...numbers.keys()], cells: texts };
}

/** Where a finding is met is told by the places that both revisions have. */
const PLACES = / \((?:at least )?[\d,]+ places\)/g;

/** Returns a finding as `[verdict, direction, name, sentence, places, anchor]`. */
function findingRow(
  record: ServiceRecord,
  told: ToldFinding,
  { tables, time }: { readonly tables: Tables; readonly time?: number },
) {
  const { entry, finding } = told;
  const revision = time === undefined ? undefined : record.revisions[time];
  const url = revision && entryUrl(revision, entry);
  return [
    verdictNumber(finding.verdict),
    directionNumber(finding.direction),
    visibleName(entryName(entry)),
    visibleName(shortenLists(finding.message).replaceAll(PLACES, "")),
    reachRows(record, told, tables),
    url?.split("#")[1] ?? "",
  ];
}
