import { count, VERDICT_WORDS, VERDICTS, type Verdict, worstVerdict } from "@shapelog/diff";
import type { ServiceRecord } from "../record/service-record.js";
import type { HistoryRow } from "../views/history-row.js";
import { createTimeScale, placeAt, type TimeScale } from "./time-scale.js";

/** A mark of a timeline: one change, or several that are too near each other to be told apart. */
export interface TimelineMark {
  /** In hundredths of the picture's width. */
  readonly at: number;
  /** The worst verdict there; `start` where the record of it begins. */
  readonly sign: Verdict | "start";
}

/** When an operation changed, as a picture. */
export interface TimelineView {
  readonly scale: TimeScale;
  /** The worst last: they stand before others. */
  readonly marks: readonly TimelineMark[];
  /** What the picture shows, in words. */
  readonly text: string;
}

/** Marks that are nearer to each other than so many hundredths of the width are one: a picture has at most 100. */
const NEAR = 1;

/** Returns the picture of a history, or `undefined` where there is nothing to see. */
export function createTimeline(
  record: ServiceRecord,
  history: readonly HistoryRow[],
): TimelineView | undefined {
  const scale = createTimeScale(record);
  const changes = history.filter(({ lines }) => lines.length > 0);
  if (!scale || changes.length === 0) return undefined;
  const groups = new Map<number, HistoryRow[]>();
  for (const row of history.toReversed()) {
    const bucket = Math.floor(placeAt(scale, row.moment.date) / NEAR);
    groups.set(bucket, [...(groups.get(bucket) ?? []), row]);
  }
  const marks = [...groups.values()].map((rows): TimelineMark => {
    const telling = rows.filter(({ lines }) => lines.length > 0);
    const sign = telling.length > 0 ? worstVerdict(telling.map(({ verdict }) => verdict)) : "start";
    return { at: placeAt(scale, rows[0]?.moment.date ?? scale.start), sign };
  });
  const rank = ({ sign }: TimelineMark) => (sign === "start" ? -1 : VERDICTS.length - VERDICTS.indexOf(sign));
  marks.sort((a, b) => rank(a) - rank(b));
  return { scale, marks, text: describe(scale, changes) };
}

function describe({ start, end }: TimeScale, changes: readonly HistoryRow[]): string {
  const parts = VERDICTS.flatMap((verdict) => {
    const own = changes.filter((row) => row.verdict === verdict).length;
    return own === 0 ? [] : [`${own} ${VERDICT_WORDS[verdict]}`];
  });
  return `${count(changes.length, "change")} from ${start} to ${end}: ${parts.join(", ")}. The list below has each of them.`;
}
