import type { Verdict } from "@shapelog/diff";
import type { ServiceRecord } from "../../record/service-record.js";
import { type ServiceRef, serviceRef } from "../../views/service-ref.js";
import type { Moment } from "../../views/span-view.js";
import type { CompareYearView } from "./compare-year-view.js";

/** What the page that compares any two revisions of a service shows. */
export interface CompareView {
  readonly kind: "compare";
  readonly service: ServiceRef;
  /** Where the data stands that a browser compares with. */
  readonly data: string;
  /** Newest first. */
  readonly revisions: readonly (Moment & { readonly verdict: Verdict })[];
  /** The comparisons that are made already, newest first. */
  readonly years: readonly YearRow[];
}

/** A year in which something changed. */
export interface YearRow extends Pick<CompareYearView, "year" | "url" | "verdict" | "counts"> {}

/** Returns the address of the page that compares two revisions of a service. */
export function compareUrl({ id }: Pick<ServiceRecord, "id">): string {
  return `/compare/${id}/`;
}

/** Returns the address of a comparison with what is newest, or of what one has to choose another revision for. */
export function comparisonUrl({ id }: Pick<ServiceRecord, "id">, from: string, to?: string): string {
  const query = new URLSearchParams({ from, ...(to === undefined ? {} : { to }) });
  return `/compare/${id}/?${query.toString()}`;
}

/** Returns what the page shows. */
export function createCompareView(record: ServiceRecord, years: readonly CompareYearView[]): CompareView {
  return {
    kind: "compare",
    service: serviceRef(record),
    data: `/data/${record.id}/compare.json`,
    revisions: record.revisions.toReversed().map(({ revision, url, verdict }) => ({
      revision: revision.id,
      date: revision.date,
      ...(revision.source?.version === undefined ? {} : { version: revision.source.version }),
      url,
      verdict,
    })),
    years: years.map(({ year, url, verdict, counts }) => ({ year, url, verdict, counts })).reverse(),
  };
}
