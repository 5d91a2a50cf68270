import type { ServiceRecord } from "../record/service-record.js";

/** A year under a picture. */
export interface YearMark {
  readonly label: string;
  /** In hundredths of the picture's width. */
  readonly at: number;
}

/** The time that a picture shows, from a service's first revision to its last one. */
export interface TimeScale {
  /** The days it begins and ends with. */
  readonly start: string;
  readonly end: string;
  readonly years: readonly YearMark[];
}

/** Picture ends have room for marks. */
const MARGIN = 1.5;
const MOST_YEARS = 5;

/** Returns the scale of a service's pictures, or `undefined` where its record is of one day. */
export function createTimeScale({ revisions }: Pick<ServiceRecord, "revisions">): TimeScale | undefined {
  const [start, end] = [revisions[0]?.revision.date, revisions.at(-1)?.revision.date];
  if (start === undefined || end === undefined || !(Date.parse(start) < Date.parse(end))) return undefined;
  const [first, last] = [start, end].map((date) => Number(date.slice(0, 4))) as [number, number];
  const step = Math.ceil((last - first) / MOST_YEARS) || 1;
  const years: YearMark[] = [];
  for (let year = first + 1; year <= last; year += step) {
    const at = placeAt({ start, end }, `${year}-01-01`);
    if (at > 4 && at < 92) years.push({ label: String(year), at });
  }
  return { start, end, years };
}

/** Returns where a day is on a scale, in hundredths of the picture's width. */
export function placeAt({ start, end }: Pick<TimeScale, "start" | "end">, date: string): number {
  const [from, to, at] = [start, end, date].map((day) => Date.parse(day)) as [number, number, number];
  const share = Math.min(1, Math.max(0, (at - from) / (to - from)));
  return Math.round((MARGIN + share * (100 - 2 * MARGIN)) * 100) / 100;
}
