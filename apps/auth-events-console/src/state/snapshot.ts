import { type DriftSummary, NO_DRIFT } from "../data/drift-tally.js";
import { NO_PROBLEMS, type ProblemSummary } from "../data/messages.js";
import { type Answer, EVERYTHING, type Query } from "../data/query.js";
import type { StoredEvent } from "../events/stored-event.js";
import type { Failure } from "../service/describe-failure.js";
import type { Target } from "../service/endpoint.js";

/** Where the events come from. */
export type Source =
  | { readonly kind: "file"; readonly name: string; readonly size: number }
  | { readonly kind: "service"; readonly target: Target };

/** How far the events are loaded. A stop and a failure keep what was loaded. */
export type Phase = "empty" | "loading" | "done" | "stopped" | "failed";

/** All that the page shows, at one moment. */
export interface Snapshot {
  /** Another one for each set of events. */
  readonly run: number;
  readonly source: Source | undefined;
  readonly phase: Phase;
  /** Grows in place while events come: a copy for each page would cost more than the events. `count` tells. */
  readonly events: readonly StoredEvent[];
  readonly count: number;
  readonly pages: number;
  readonly bytes: number;
  readonly drift: DriftSummary;
  readonly problems: ProblemSummary;
  readonly failure: Failure | undefined;
  readonly query: Query;
  /** What the last query found; missing before the first. */
  readonly answer: Answer | undefined;
}

export const EMPTY_SNAPSHOT: Snapshot = {
  run: 0,
  source: undefined,
  phase: "empty",
  events: [],
  count: 0,
  pages: 0,
  bytes: 0,
  drift: NO_DRIFT,
  problems: NO_PROBLEMS,
  failure: undefined,
  query: EVERYTHING,
  answer: undefined,
};
