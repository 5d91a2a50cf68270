import type { ShapeId } from "@shapelog/model";
import type { RevisionRecord, ServiceRecord } from "../record/service-record.js";
import type { Stretch } from "../record/timeline.js";
import { memberChangeUrl } from "./split-entries.js";

/** A revision as marks name it. */
export interface Moment {
  readonly date: string;
  readonly version?: string;
  readonly revision: string;
  /** The page of its change. */
  readonly url: string;
}

/** What moments are read from. */
export type Dates = Pick<ServiceRecord, "timeline" | "revisions">;

/** From when to when something was there; without `since` where the record does not say. */
export interface SpanView {
  readonly since?: Moment;
  readonly removed?: Moment;
  /** Whether it was there when the record began: nobody knows since when. */
  readonly fromStart?: true;
}

/** What dates are about, so that they lead to the entry of the change that tells of it. */
export interface Subject {
  readonly shape: ShapeId;
  /** Empty for the shape itself, and for the values of an enum. */
  readonly member: string;
}

/** Returns a time as a moment, or `undefined` where no revision stands for it. */
export function momentAt(dates: Dates, time: number, subject?: Subject): Moment | undefined {
  const record = dates.revisions[time];
  if (!record) return undefined;
  const known = MOMENTS.get(record) ?? createMoment(record);
  MOMENTS.set(record, known);
  const url = subject ? memberChangeUrl(dates, time, subject) : undefined;
  return url === undefined ? known : { ...known, url };
}

/** Each page names the same few revisions over and over. */
const MOMENTS = new WeakMap<RevisionRecord, Moment>();

function createMoment({ revision, url }: RevisionRecord): Moment {
  const version = revision.source?.version;
  return {
    date: revision.date,
    ...(version === undefined ? {} : { version }),
    revision: revision.id,
    url,
  };
}

/** Returns stretches as spans, oldest first. What ended after `at` is still there. */
export function createSpans(
  dates: Dates,
  stretches: readonly Stretch[],
  at: number,
  subject?: Subject,
): SpanView[] {
  return stretches.flatMap(({ from, to }): SpanView[] => {
    if (from > at) return [];
    const since = momentAt(dates, from, subject);
    const removed = to <= at ? momentAt(dates, to, subject) : undefined;
    const fromStart = from === 0 && since ? { fromStart: true as const } : {};
    return [{ ...(since ? { since } : {}), ...(removed ? { removed } : {}), ...fromStart }];
  });
}

/** Returns a moment as text: `2022-08-18 (1.27.55)`. */
export function momentText({ date, version }: Moment): string {
  return version === undefined ? date : `${date} (${version})`;
}

/** Returns since when something is there: `since 2022-08-18 (1.27.55)`, or that it was when the record began. */
export function sinceText({ since, fromStart }: SpanView): string | undefined {
  if (!since) return undefined;
  return `${fromStart ? "on record since" : "since"} ${momentText(since)}`;
}
