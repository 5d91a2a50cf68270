import { type RulePage, summarizePage } from "@shapelog/diagnostics";
import type { SharedSummary } from "../service-summary.js";
import type { ChangeSummary } from "../views/change-summary.js";
import type { SilentChange } from "../views/silent-change.js";
import { createAboutView } from "./about/about-view.js";
import { createHomeView } from "./home/home-view.js";
import { planLists } from "./lists/plan-lists.js";
import { createMineViews } from "./mine/mine-view.js";
import type { FeedRef, Page } from "./page.js";
import { createRuleView, ruleUrl } from "./rules/rule-view.js";
import { createRulesView } from "./rules/rules-view.js";
import { createSearchViews } from "./search/search-view.js";
import { createServicesViews } from "./service/services-view.js";

/** The feeds of the whole site. */
export const SITE_FEEDS: readonly FeedRef[] = [
  { title: "All changes", url: "/feed" },
  { title: "Breaking changes", url: "/breaking/feed" },
];

const HOME = { label: "Home", url: "/" };

/** What the pages of no one service are made of. */
export interface SiteParts {
  /** Newest first. */
  readonly changes: readonly ChangeSummary[];
  /** Newest first. */
  readonly silent: readonly SilentChange[];
  /** Sorted by the services' ids. */
  readonly summaries: readonly SharedSummary[];
  /** Sorted by id. */
  readonly rules: readonly RulePage[];
}

/** Returns the pages that are of no one service. */
export function* planSitePages(title: string, parts: SiteParts): Generator<Page> {
  const { changes, silent, summaries, rules } = parts;
  const services = summaries.map(({ row }) => row);
  const [newest] = changes;
  const updated = newest ? { updated: newest.moment.date } : {};
  const base = { crumbs: [HOME], feeds: SITE_FEEDS };
  yield {
    ...base,
    url: "/",
    title,
    crumbs: [],
    description: "What each API is, what it was, and what every change means for code that calls it.",
    ...updated,
    view: createHomeView(title, changes, services),
  };
  for (const view of createServicesViews(services, changes)) {
    yield {
      ...base,
      url: view.urls[view.page - 1] ?? "/services/",
      title: view.page === 1 ? "Services" : `Services, page ${view.page}`,
      description: "All services with their operations and changes.",
      ...updated,
      view,
    };
  }
  yield* planLists({ changes, silent }, SITE_FEEDS);
  yield* planSearch(summaries);
  for (const view of createMineViews(services.map(({ service }) => service))) {
    yield {
      ...base,
      url: view.urls[view.page - 1] ?? "/mine/",
      title: "Mine",
      description: "The changes of the services and operations that you chose.",
      indexed: false,
      view,
    };
  }
  yield {
    ...base,
    url: "/about/severity/",
    title: "How we judge",
    description: "What the verdicts mean, the rules behind them, and what a model cannot show.",
    view: createAboutView(),
  };
  yield* planRules(rules);
  yield {
    ...base,
    url: "/404.html",
    title: "Not found",
    description: "There is no such page.",
    crumbs: [],
    indexed: false,
    view: { kind: "not-found" },
  };
}

function* planRules(rules: readonly RulePage[]): Generator<Page> {
  const base = { feeds: SITE_FEEDS };
  const list = { label: "Rules", url: "/rules/" };
  yield {
    ...base,
    url: list.url,
    title: list.label,
    description: "What each finding, validation event and diagnostic means, and what to do about it.",
    crumbs: [HOME],
    view: createRulesView(rules),
  };
  for (const page of rules) {
    yield {
      ...base,
      url: ruleUrl(page.id),
      title: page.id,
      description: summarizePage(page).replaceAll("`", ""),
      crumbs: [HOME, list],
      view: createRuleView(page),
    };
  }
}

function* planSearch(summaries: readonly SharedSummary[]): Generator<Page> {
  const base = { feeds: SITE_FEEDS };
  const crumb = { label: "Search", url: "/search/" };
  const { search, names } = createSearchViews(summaries);
  yield {
    ...base,
    url: crumb.url,
    title: crumb.label,
    description: "Search operations, types, fields, values, services and changes.",
    crumbs: [HOME],
    indexed: false,
    view: search,
  };
  for (const view of names) {
    const title = `Operations and types: ${view.letter.letter}`;
    yield {
      ...base,
      url: view.urls[view.page - 1] ?? view.letter.url,
      title: view.page === 1 ? title : `${title}, page ${view.page}`,
      description: `Operations and types of all services that begin with ${view.letter.letter}.`,
      crumbs: [HOME, crumb],
      view,
    };
  }
}
