import type { ChangeSummary } from "../../views/change-summary.js";
import type { ServiceRef } from "../../views/service-ref.js";
import { paginate } from "../lists/list-view.js";

/** One service in the list of services. */
export interface ServiceRow {
  readonly service: ServiceRef;
  readonly operations: number;
  readonly types: number;
  /** The day of its last change, with the change's page. */
  readonly changed?: { readonly date: string; readonly url: string };
}

/** A service with how many of its changes break, of those of the last twelve months. */
export interface CountedService extends ServiceRow {
  readonly breaking: number;
}

/** One page of the list of services. */
export interface ServicesView {
  readonly kind: "services";
  readonly services: readonly CountedService[];
  /** The newest change of the site: twelve months are counted back from it. Absent where there is none. */
  readonly until?: string;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly urls: readonly string[];
}

const MOST_SERVICES = 500;

/** Returns the pages of the list of services. `changes` are newest first. */
export function createServicesViews(
  services: readonly ServiceRow[],
  changes: readonly ChangeSummary[],
): ServicesView[] {
  const until = changes[0]?.moment.date;
  const counts = countBreaking(changes, until);
  const counted = services.map((row) => ({ ...row, breaking: counts.get(row.service.id) ?? 0 }));
  return paginate(counted, MOST_SERVICES, { url: "/services/" }).map(({ rows, ...place }) => ({
    kind: "services",
    services: rows,
    ...(until === undefined ? {} : { until }),
    total: services.length,
    ...place,
  }));
}

/** Returns how many changes of each service break in the twelve months that end with `until`. */
export function countBreaking(
  changes: readonly ChangeSummary[],
  until: string | undefined,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (until === undefined) return counts;
  const from = `${Number(until.slice(0, 4)) - 1}${until.slice(4)}`;
  for (const { breaks, moment, service } of changes)
    if (breaks && moment.date > from) counts.set(service.id, (counts.get(service.id) ?? 0) + 1);
  return counts;
}
