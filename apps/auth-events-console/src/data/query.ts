/** What events can be narrowed down by, each by the values that were found. */
export const FACETS = ["type", "response", "risk", "country"] as const;
export type Facet = (typeof FACETS)[number];

/** What the table can be sorted by. */
export const SORT_KEYS = [
  "time",
  "type",
  "response",
  "risk",
  "country",
  "city",
  "device",
  "address",
  "feedback",
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** What the bars of the timeline are divided by. */
export type Grouping = Exclude<Facet, "country">;

/** A value of a facet; null where the event does not say. */
export type FacetValue = string | null;

/** Which events are wanted, and in which order. */
export interface Query {
  /** For each facet the values that are wanted; none for all. */
  readonly facets: Readonly<Record<Facet, readonly FacetValue[]>>;
  /** Milliseconds since 1970, `from` included and `to` not. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Words that all have to be somewhere in the event. */
  readonly text: string;
  /** Whether to show nothing but events with what the model does not know. */
  readonly driftOnly: boolean;
  readonly sort: { readonly key: SortKey; readonly descending: boolean };
  readonly grouping: Grouping;
}

/** The query that shows every event, newest first. */
export const EVERYTHING: Query = {
  facets: { type: [], response: [], risk: [], country: [] },
  text: "",
  driftOnly: false,
  sort: { key: "time", descending: true },
  grouping: "response",
};

/** Returns whether a query leaves events out. */
export function isNarrow({ facets, from, to, text, driftOnly }: Query): boolean {
  return (
    FACETS.some((facet) => facets[facet].length > 0) ||
    from !== undefined ||
    to !== undefined ||
    text.trim() !== "" ||
    driftOnly
  );
}

/** How many of the events, narrowed down by all other facets, have a value. */
export interface FacetCount {
  readonly value: FacetValue;
  readonly count: number;
}

/** What a part of the bars stands for: a value of the model, all other values, or what is not said. */
export type Series =
  | { readonly kind: "known"; readonly value: string }
  | { readonly kind: "unknown" }
  | { readonly kind: "absent" };

/** One bar of the timeline. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  /** By the place in `series`. */
  readonly counts: readonly number[];
}

/** The events over time. */
export interface Timeline {
  readonly series: readonly Series[];
  readonly bins: readonly Bin[];
  /** Events that have no time, and so no bar. */
  readonly timeless: number;
}

/** What a query finds. */
export interface Answer {
  /** The indices of the events, in order. */
  readonly order: Uint32Array<ArrayBuffer>;
  readonly facets: Readonly<Record<Facet, readonly FacetCount[]>>;
  /** Values of a facet that are too many to list. */
  readonly unlisted: Readonly<Record<Facet, number>>;
  readonly timeline: Timeline;
}
