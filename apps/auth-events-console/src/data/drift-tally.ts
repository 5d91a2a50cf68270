import type { Drift } from "@shapelog/cognito-identity-provider/validators/sdk";

/** Something that the model does not know, and how often it was seen. */
export interface DriftCount {
  readonly drift: Drift;
  readonly count: number;
}

/** What the events hold that the model does not know. */
export interface DriftSummary {
  /** The most frequent first. */
  readonly counts: readonly DriftCount[];
  readonly total: number;
  /** Drifts that came after the most that are counted one by one. */
  readonly others: number;
}

export const NO_DRIFT: DriftSummary = { counts: [], total: 0, others: 0 };

/** Distinct drifts that are counted one by one: a hostile service cannot fill the memory with them. */
const DISTINCT_LIMIT = 1000;
const LISTED = 100;

/** Counts what the model does not know. */
export class DriftTally {
  readonly #counts = new Map<string, { readonly drift: Drift; count: number }>();
  #total = 0;
  #others = 0;

  add(drift: Drift): void {
    this.#total++;
    const key = JSON.stringify([drift.path, drift.kind, drift.value]);
    const counted = this.#counts.get(key);
    if (counted) counted.count++;
    else if (this.#counts.size < DISTINCT_LIMIT) this.#counts.set(key, { drift, count: 1 });
    else this.#others++;
  }

  summarize(): DriftSummary {
    const counts = [...this.#counts.values()].sort((a, b) => b.count - a.count);
    const unlisted = counts.slice(LISTED).reduce((sum, { count }) => sum + count, 0);
    return {
      counts: counts.slice(0, LISTED).map(({ drift, count }) => ({ drift, count })),
      total: this.#total,
      others: this.#others + unlisted,
    };
  }
}
