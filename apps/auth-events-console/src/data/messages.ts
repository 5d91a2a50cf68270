import type { StoredEvent } from "../events/stored-event.js";
import type { DriftSummary } from "./drift-tally.js";
import type { Answer, Query } from "./query.js";

/** What the page asks of the worker. `run` tells one set of events from the next: what comes late is left aside. */
export type Request =
  | { readonly kind: "start"; readonly run: number }
  | { readonly kind: "open"; readonly run: number; readonly file: Blob }
  | { readonly kind: "add"; readonly run: number; readonly events: readonly unknown[] }
  | { readonly kind: "stop"; readonly run: number }
  | { readonly kind: "query"; readonly run: number; readonly query: Query };

/** What the worker tells the page. */
export type Reply =
  | {
      readonly kind: "events";
      readonly run: number;
      readonly events: readonly StoredEvent[];
      readonly drift: DriftSummary;
      readonly problems: ProblemSummary;
      /** How much of a file was read. */
      readonly bytes?: number;
    }
  | { readonly kind: "end"; readonly run: number }
  | { readonly kind: "unreadable"; readonly run: number }
  | { readonly kind: "answer"; readonly run: number; readonly answer: Answer };

/** What could not be read. */
export interface ProblemSummary {
  /** The first of them, a sentence each. */
  readonly first: readonly string[];
  readonly count: number;
}

export const NO_PROBLEMS: ProblemSummary = { first: [], count: 0 };
