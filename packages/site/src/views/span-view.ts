import type { Stretch, Timeline } from "../record/timeline.js";

/** A revision as marks name it. */
export interface Moment {
  readonly date: string;
  readonly version?: string;
  readonly revision: string;
}

/** From when to when something was there; without `since` where the record does not say. */
export interface SpanView {
  readonly since?: Moment;
  readonly removed?: Moment;
}

/** Returns a time as a moment, or `undefined` where no revision stands for it. */
export function momentAt(timeline: Timeline, time: number): Moment | undefined {
  const revision = timeline.revisions[time];
  if (!revision) return undefined;
  const version = revision.source?.version;
  return { date: revision.date, ...(version === undefined ? {} : { version }), revision: revision.id };
}

/** Returns stretches as spans, oldest first. What ended after `at` is still there. */
export function createSpans(timeline: Timeline, stretches: readonly Stretch[], at: number): SpanView[] {
  return stretches.flatMap(({ from, to }): SpanView[] => {
    if (from > at) return [];
    const since = momentAt(timeline, from);
    const removed = to <= at ? momentAt(timeline, to) : undefined;
    return [{ ...(since ? { since } : {}), ...(removed ? { removed } : {}) }];
  });
}

/** Returns a moment as text: `2022-08-18 (1.27.55)`. */
export function momentText({ date, version }: Moment): string {
  return version === undefined ? date : `${date} (${version})`;
}
