import type { ChangeSummary } from "../../views/change-summary.js";
import type { SilentChange } from "../../views/silent-change.js";
import type { Crumb, FeedRef, Page } from "../page.js";
import { findMonths, findYears, periodOf } from "./find-periods.js";
import { createListViews, type ListHead } from "./list-view.js";
import { createSilentViews } from "./silent-view.js";

/** What lists of the whole site are made of, all newest first. */
export interface ListParts {
  readonly changes: readonly ChangeSummary[];
  readonly silent: readonly SilentChange[];
}

const HOME = { label: "Home", url: "/" };
const CHANGES = { label: "Changes", url: "/changes/" };
const BREAKING = { label: "Breaking changes", url: "/breaking/" };

/** Returns the lists of changes of all services: all, by year and month, and those that ask for something. */
export function* planLists({ changes, silent }: ListParts, feeds: readonly FeedRef[]): Generator<Page> {
  const years = findYears(changes);
  const all = {
    ...{ url: CHANGES.url, heading: "Changes" },
    intro: "Every recorded change of every service, newest first.",
    periods: { title: "By year", rows: years.map(periodOf) },
  };
  yield* planList(all, changes, { feeds, crumbs: [HOME] });
  for (const year of years) {
    const months = findMonths(year.changes);
    const list = {
      ...{ url: year.url, heading: `Changes of ${year.label}` },
      intro: `Every recorded change of every service in ${year.label}, newest first.`,
      periods: { title: "By month", rows: months.map(periodOf) },
    };
    yield* planList(list, year.changes, { feeds, crumbs: [HOME, CHANGES] });
    for (const { label, url, changes: own } of months) {
      const month = `${label} ${year.label}`;
      const intro = `Every recorded change of every service in ${month}, newest first.`;
      const crumbs = [HOME, CHANGES, { label: year.label, url: year.url }];
      yield* planList({ url, heading: `Changes of ${month}`, intro }, own, { feeds, crumbs, indexed: false });
    }
  }
  const breaking = {
    ...{ url: BREAKING.url, heading: BREAKING.label },
    intro:
      "Changes that break a deployed program, or one compiled against the new generated package; newest first.",
  };
  yield* planList(
    breaking,
    changes.filter((change) => change.breaks),
    { feeds, crumbs: [HOME] },
  );
  const check = {
    ...{ url: "/check/", heading: "Changes to check" },
    intro:
      "Changes after which calls still work, and code that reads the answers may go wrong in silence; newest first.",
  };
  yield* planList(
    check,
    changes.filter(({ counts }) => counts.check > 0),
    { feeds, crumbs: [HOME] },
  );
  yield* planSilent(silent, feeds);
}

function* planSilent(silent: readonly SilentChange[], feeds: readonly FeedRef[]): Generator<Page> {
  for (const view of createSilentViews(silent)) {
    const [newest] = view.silent;
    yield {
      url: view.urls[view.page - 1] ?? view.url,
      title: pageTitle("Silent breaking changes", view.page),
      description: "Breaking changes that the vendor’s own note of the release does not name.",
      crumbs: [HOME, BREAKING],
      feeds,
      ...(newest ? { updated: newest.change.moment.date } : {}),
      view,
    };
  }
}

interface ListFrame {
  readonly feeds: readonly FeedRef[];
  readonly crumbs: readonly Crumb[];
  /** Default: true. */
  readonly indexed?: boolean;
}

function* planList(list: ListHead, changes: readonly ChangeSummary[], frame: ListFrame): Generator<Page> {
  for (const view of createListViews(list, changes, (page) => `${list.url}page/${page}/`)) {
    const [newest] = view.changes;
    yield {
      ...frame,
      url: view.urls[view.page - 1] ?? list.url,
      title: pageTitle(list.heading, view.page),
      description: list.intro,
      ...(newest ? { updated: newest.moment.date } : {}),
      view,
    };
  }
}

function pageTitle(heading: string, page: number): string {
  return page === 1 ? heading : `${heading}, page ${page}`;
}
