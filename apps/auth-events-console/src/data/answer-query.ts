import { createTimeline } from "./create-timeline.js";
import type { EventIndex } from "./event-index.js";
import { type Answer, FACETS, type Facet, type FacetCount, type Query } from "./query.js";
import type { TextColumn } from "./text-column.js";

/** How many values of a facet are listed, the most frequent first. */
const LISTED = 300;

/** Finds the events that a query wants, in one pass over all of them. */
export function answerQuery(index: EventIndex, query: Query): Answer {
  const sorted = index.sortBy(query.sort.key);
  const passes = createFilter(index, query);
  const facets = FACETS.map((facet) => new FacetCounter(index.columns[facet], query.facets[facet]));
  const order = new Uint32Array(index.length);
  let length = 0;
  for (const event of inDirection(sorted, query.sort.descending)) {
    if (!passes(event)) continue;
    const failed = facets.filter((facet) => !facet.passes(event));
    // A facet counts what would be found if nothing were chosen in it.
    if (failed.length === 0) for (const facet of facets) facet.count(event);
    else if (failed.length === 1) failed[0]?.count(event);
    if (failed.length === 0) order[length++] = event;
  }
  const found = order.slice(0, length);
  return {
    order: found,
    facets: byFacet(facets, (facet) => facet.list()),
    unlisted: byFacet(facets, (facet) => facet.unlisted),
    timeline: createTimeline(index, found, query),
  };
}

function byFacet<T>(counters: readonly FacetCounter[], read: (counter: FacetCounter) => T): Record<Facet, T> {
  const [type, response, risk, country] = counters;
  if (!type || !response || !risk || !country) throw new Error("a facet has no counter");
  return { type: read(type), response: read(response), risk: read(risk), country: read(country) };
}

function* inDirection(indices: Uint32Array, descending: boolean): Generator<number> {
  if (!descending) return yield* indices;
  for (let at = indices.length - 1; at >= 0; at--) yield indices[at] ?? 0;
}

function createFilter(
  { times, texts, drifts }: EventIndex,
  { from, to, text, driftOnly }: Query,
): (event: number) => boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return (event) => {
    if (driftOnly && !drifts[event]) return false;
    const time = times[event] ?? Number.NaN;
    // What has no time is in no range of times.
    if (from !== undefined && !(time >= from)) return false;
    if (to !== undefined && !(time < to)) return false;
    return words.every((word) => texts[event]?.includes(word));
  };
}

/** Counts the values of one facet. */
class FacetCounter {
  readonly #column: TextColumn;
  readonly #counts: Uint32Array;
  readonly #wanted: ReadonlySet<number> | undefined;

  constructor(column: TextColumn, wanted: readonly (string | null)[]) {
    this.#column = column;
    this.#counts = new Uint32Array(column.size);
    this.#wanted = wanted.length > 0 ? new Set(wanted.map((value) => column.codeOf(value))) : undefined;
  }

  passes(event: number): boolean {
    return this.#wanted === undefined || this.#wanted.has(this.#column.codeAt(event));
  }

  count(event: number): void {
    const code = this.#column.codeAt(event);
    this.#counts[code] = (this.#counts[code] ?? 0) + 1;
  }

  /** The values that were counted or are wanted, the most frequent first where they are many. */
  list(): readonly FacetCount[] {
    const ranks = this.#column.rankCodes();
    return [...this.#counts.keys()]
      .filter((code) => this.#counts[code] || this.#wanted?.has(code))
      .sort((a, b) => (this.#counts[b] ?? 0) - (this.#counts[a] ?? 0))
      .slice(0, LISTED)
      .sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0))
      .map((code) => ({ value: this.#column.valueOf(code), count: this.#counts[code] ?? 0 }));
  }

  get unlisted(): number {
    return Math.max(0, this.#counts.filter((count) => count > 0).length - LISTED);
  }
}
