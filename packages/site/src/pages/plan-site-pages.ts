import { type RulePage, summarizePage } from "@shapelog/diagnostics";
import type { ChangeSummary } from "../views/change-summary.js";
import { createAboutView } from "./about/about-view.js";
import { createHomeView } from "./home/home-view.js";
import { createListViews } from "./lists/list-view.js";
import type { FeedRef, Page } from "./page.js";
import { createRuleView, ruleUrl } from "./rules/rule-view.js";
import { createRulesView } from "./rules/rules-view.js";
import type { ServiceRow } from "./service/services-view.js";

/** The feeds of the whole site. */
export const SITE_FEEDS: readonly FeedRef[] = [
  { title: "All changes", url: "/feed" },
  { title: "Breaking changes", url: "/breaking/feed" },
];

const HOME = { label: "Home", url: "/" };

/** What the pages of no one service are made of. */
export interface SiteParts {
  readonly changes: readonly ChangeSummary[];
  readonly services: readonly ServiceRow[];
  /** Sorted by id. */
  readonly rules: readonly RulePage[];
}

/** Returns the pages that are of no one service. `changes` are newest first. */
export function* planSitePages(title: string, { changes, services, rules }: SiteParts): Generator<Page> {
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
  yield {
    ...base,
    url: "/services/",
    title: "Services",
    description: "All services with their operations, types and changes.",
    ...updated,
    view: { kind: "services", services },
  };
  yield* planList(
    {
      ...{ url: "/changes/", heading: "Changes" },
      intro: "Every recorded change of every service, newest first.",
      urlOf: (page) => `/changes/${page}/`,
    },
    changes,
  );
  yield* planList(
    {
      ...{ url: "/breaking/", heading: "Breaking changes" },
      intro:
        "Changes that break a deployed program, or one compiled against the new generated package; newest first.",
      urlOf: (page) => `/breaking/${page}/`,
    },
    changes.filter((change) => change.breaks),
  );
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

interface ListPlan {
  readonly url: string;
  readonly heading: string;
  readonly intro: string;
  readonly urlOf: (page: number) => string;
}

function* planList(plan: ListPlan, changes: readonly ChangeSummary[]): Generator<Page> {
  for (const view of createListViews(plan, changes, plan.urlOf)) {
    const [newest] = view.changes;
    yield {
      url: view.urls[view.page - 1] ?? plan.url,
      title: view.page === 1 ? plan.heading : `${plan.heading}, page ${view.page}`,
      description: plan.intro,
      crumbs: [HOME],
      feeds: SITE_FEEDS,
      ...(newest ? { updated: newest.moment.date } : {}),
      view,
    };
  }
}
