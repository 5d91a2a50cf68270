import type { ChangeSummary } from "../../views/change-summary.js";
import type { ServiceRow } from "../service/services-view.js";

/** What the home page shows. */
export interface HomeView {
  readonly kind: "home";
  readonly title: string;
  /** The newest that break or ask to be checked. */
  readonly urgent: readonly ChangeSummary[];
  /** The newest of the others. */
  readonly others: readonly ChangeSummary[];
  readonly services: readonly ServiceRow[];
}

const MOST_CHANGES = 10;

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
  return { kind: "home", title, urgent, others, services };
}
