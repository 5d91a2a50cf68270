import type { ChangeSummary } from "../../views/change-summary.js";
import type { Period } from "./list-view.js";

/** A year or a month with its changes. */
export interface ChangesOfPeriod extends Omit<Period, "changes" | "breaking"> {
  readonly changes: readonly ChangeSummary[];
}

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** Returns the years of changes that are newest first, the newest first. */
export function findYears(changes: readonly ChangeSummary[]): ChangesOfPeriod[] {
  return group(changes, 4, (year) => year);
}

/** Returns the months of the changes of one year. */
export function findMonths(changes: readonly ChangeSummary[]): ChangesOfPeriod[] {
  return group(changes, 7, (month) => MONTHS[Number(month.slice(5)) - 1] ?? month.slice(5));
}

function group(
  changes: readonly ChangeSummary[],
  length: number,
  labelOf: (period: string) => string,
): ChangesOfPeriod[] {
  const groups = new Map<string, ChangeSummary[]>();
  for (const change of changes) {
    const period = change.moment.date.slice(0, length);
    const known = groups.get(period);
    if (known) known.push(change);
    else groups.set(period, [change]);
  }
  return [...groups].map(([period, own]) => ({
    label: labelOf(period),
    url: `/changes/${period.replace("-", "/")}/`,
    changes: own,
  }));
}

/** Returns how lists of times show one. */
export function periodOf({ label, url, changes }: ChangesOfPeriod): Period {
  return { label, url, changes: changes.length, breaking: changes.filter(({ breaks }) => breaks).length };
}
