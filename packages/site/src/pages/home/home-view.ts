import type { ChangeSummary } from "../../views/change-summary.js";
import type { ServiceRef } from "../../views/service-ref.js";
import { type CountedService, createServicesViews, type ServiceRow } from "../service/services-view.js";

/** What the home page shows. */
export interface HomeView {
  readonly kind: "home";
  readonly title: string;
  /** The newest that break or ask to be checked. */
  readonly urgent: readonly ChangeSummary[];
  /** The newest of the others. */
  readonly others: readonly ChangeSummary[];
  /** All services with their figures, where they are few. */
  readonly services: readonly CountedService[];
  /** The names of services that are many, as many as the page has room for. */
  readonly names: readonly ServiceRef[];
  readonly total: number;
}

const MOST_CHANGES = 10;
/** So many services are shown with figures. */
const FEW_SERVICES = 40;
const MOST_NAMES = 1000;

/** Returns what the home page shows: the last changes, those that break or ask to be checked first. */
export function createHomeView(
  title: string,
  changes: readonly ChangeSummary[],
  services: readonly ServiceRow[],
): HomeView {
  const isUrgent = ({ verdict }: ChangeSummary) => verdict === "breaking" || verdict === "check";
  const urgent = changes.filter(isUrgent).slice(0, MOST_CHANGES);
  const others = changes
    .filter((change) => !isUrgent(change))
    .slice(0, Math.max(3, MOST_CHANGES - urgent.length));
  const areFew = services.length <= FEW_SERVICES;
  return {
    ...{ kind: "home", title, urgent, others, total: services.length },
    services: areFew ? createServicesViews(services, changes).flatMap((view) => view.services) : [],
    names: areFew ? [] : services.slice(0, MOST_NAMES).map(({ service }) => service),
  };
}
