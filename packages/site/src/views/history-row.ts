import { acceptedNotes, VERDICT_WORDS, type Verdict, worstVerdict } from "@shapelog/diff";
import type { Direction, ShapeId } from "@shapelog/model";
import type { OperationChange, ServiceRecord, ShapeRecord } from "../record/service-record.js";
import { type Moment, momentAt } from "./span-view.js";
import { entryUrl } from "./split-entries.js";

/** One revision in the history of an operation or a type. */
export interface HistoryRow {
  readonly moment: Moment;
  readonly url: string;
  readonly verdict: Verdict;
  /** The verdict's words; what happened, where it is no change. */
  readonly word: string;
  readonly lines: readonly HistoryLine[];
  /** How many more lines the change page has for it. */
  readonly more: number;
}

/** One sentence of a history row, as Markdown. */
export interface HistoryLine {
  readonly verdict: Verdict;
  readonly direction?: Direction;
  readonly message: string;
  /** Its entry on the page of the change. */
  readonly url: string;
  /** Who accepted it, when and why. */
  readonly accepted?: string;
}

const MOST_LINES = 5;

/** Returns the history of a shape, newest first, down to where it is first recorded. */
export function createHistory(
  record: ServiceRecord,
  { stretches }: ShapeRecord,
  changes: readonly OperationChange[],
): HistoryRow[] {
  const rows = changes.flatMap((change) => createRow(record, change));
  const first = stretches[0] && record.revisions[stretches[0].from];
  const moment = first && momentAt(record, first.time);
  if (!first || !moment || rows.some((row) => row.moment.revision === moment.revision)) return rows;
  return [...rows, { moment, url: first.url, verdict: "notice", word: "First recorded", lines: [], more: 0 }];
}

function createRow(record: ServiceRecord, { revision, entries }: OperationChange): HistoryRow[] {
  const moment = momentAt(record, revision.time);
  if (!moment) return [];
  const verdict = worstVerdict(entries.map((entry) => entry.verdict));
  const lines = entries.flatMap((entry): HistoryLine[] => {
    const [finding] = entry.findings;
    const accepted = acceptedNotes(entry.findings)[0];
    if (!finding || (entry.verdict === "notice" && verdict !== "notice")) return [];
    return [
      {
        verdict: entry.verdict,
        ...(entry.direction ? { direction: entry.direction } : {}),
        message: finding.message,
        url: entryUrl(revision, entry),
        ...(accepted === undefined ? {} : { accepted }),
      },
    ];
  });
  const shown = lines.slice(0, MOST_LINES);
  const more = lines.length - shown.length;
  return [{ moment, url: revision.url, verdict, word: VERDICT_WORDS[verdict], lines: shown, more }];
}

/** Returns an operation's history. */
export function operationHistory(record: ServiceRecord, shape: ShapeRecord): HistoryRow[] {
  return createHistory(record, shape, changesOf(record.operationChanges, shape.id));
}

/** Returns a type's history. */
export function typeHistory(record: ServiceRecord, shape: ShapeRecord): HistoryRow[] {
  return createHistory(record, shape, changesOf(record.shapeChanges, shape.id));
}

function changesOf(
  changes: ReadonlyMap<ShapeId, readonly OperationChange[]>,
  id: ShapeId,
): readonly OperationChange[] {
  return changes.get(id) ?? [];
}
