import type { Diagnostic, RulePage } from "@shapelog/diagnostics";
import { compareCodeUnits } from "@shapelog/model";
import { printLlms } from "./data/llms.js";
import { createRedirects, redirectFiles } from "./data/redirects.js";
import { createSitemaps, printSitemapIndex, type SitemapRow } from "./data/sitemap.js";
import { siteDiagnostics } from "./diagnostics.js";
import { type FeedItem, newestItems } from "./feeds/feed.js";
import { feedFiles } from "./feeds/feed-files.js";
import { ASSETS } from "./gen/assets.js";
import type { OldAddress, SiteFile } from "./options.js";
import type { PlannedGuides } from "./pages/guides/plan-guides.js";
import type { SiteSetting } from "./pages/page.js";
import { pageFiles, sitemapRow } from "./pages/page-files.js";
import { planSitePages } from "./pages/plan-site-pages.js";
import { renderHtml } from "./pages/render-page.js";
import { ruleUrl } from "./pages/rules/rule-view.js";
import { packsOf } from "./pages/twin-packs.js";
import { searchFiles } from "./search/search-files.js";
import type { SearchRow } from "./search/search-row.js";
import type { ServiceSummary, SharedSummary } from "./service-summary.js";
import type { ChangeSummary } from "./views/change-summary.js";

/** All services, as the files of no one service need them: of their feeds the newest items alone. */
export interface JoinedSummaries {
  /** Sorted by the services' ids. */
  readonly services: readonly SharedSummary[];
  readonly feed: readonly FeedItem[];
  readonly breaking: readonly FeedItem[];
}

/** Joins summaries, which are read once, one at a time: there may be hundreds, each with feeds of its own. */
export function joinSummaries(summaries: Iterable<ServiceSummary>): JoinedSummaries {
  const services: SharedSummary[] = [];
  let feed: FeedItem[] = [];
  let breaking: FeedItem[] = [];
  for (const { feed: own, breaking: breaks, ...rest } of summaries) {
    services.push(rest);
    feed = newestItems([...feed, ...own]);
    breaking = newestItems([...breaking, ...breaks]);
  }
  services.sort((a, b) => compareCodeUnits(a.row.service.id, b.row.service.id));
  return { services, feed, breaking };
}

/** What the files of no one service are made of. */
export interface SharedParts {
  readonly joined: JoinedSummaries;
  /** Sorted by id. */
  readonly rules: readonly RulePage[];
  /** Default: none. */
  readonly guides?: PlannedGuides;
  /** Addresses of a site before this one. Default: none. */
  readonly redirects?: readonly OldAddress[];
}

/** Renders the files of no one service: lists, searches, feeds and assets. Returns what is to be told of them. */
export function* renderShared(
  { joined, rules, guides = NO_GUIDES, redirects = [] }: SharedParts,
  setting: SiteSetting,
): Generator<SiteFile, readonly Diagnostic[]> {
  const { siteTitle, baseUrl, twins } = setting;
  const { services: summaries } = joined;
  const changes = summaries.flatMap((summary) => summary.changes).sort(byNewest);
  const services = summaries.map(({ row }) => row);
  const silent = summaries.flatMap((summary) => summary.silent).sort((a, b) => byNewest(a.change, b.change));
  const rows: SitemapRow[] = [];
  const packs = packsOf(setting, undefined);
  for (const page of [...planSitePages(siteTitle, { changes, silent, summaries, rules }), ...guides.pages]) {
    if (page.view.kind === "not-found") yield { path: "404.html", text: renderHtml(page, setting) };
    else yield* pageFiles(page, setting, packs);
    if (baseUrl !== undefined && page.indexed !== false) rows.push(sitemapRow(page, baseUrl));
  }
  if (packs) yield* packs.end();
  yield* renderDiscovery(rows, joined, setting);
  const pages = rules.map(({ id }): SearchRow => [id, "rule", ruleUrl(id).slice(1)]);
  yield* searchFiles({ summaries, pages: [...guides.symbols, ...pages] });
  const llms = { services, guides: guides.symbols, baseUrl, twins };
  yield { path: "llms.txt", text: printLlms(siteTitle, llms) };
  const found = createRedirects(redirects, summaries, baseUrl);
  yield* redirectFiles(found);
  for (const [name, text] of ASSETS) yield { path: `assets/${name}`, text };
  const [first] = found.lost;
  if (!first) return [];
  const data = { count: found.lost.length, from: first.from, service: first.service };
  return [siteDiagnostics.create("lost-address", undefined, data)];
}

const NO_GUIDES: PlannedGuides = { pages: [], symbols: [] };

/** What leads machines to the pages: robots.txt, sitemaps and feeds. */
function* renderDiscovery(
  rows: readonly SitemapRow[],
  { services, feed, breaking }: JoinedSummaries,
  { baseUrl, siteTitle }: SiteSetting,
): Generator<SiteFile> {
  const sitemap = baseUrl === undefined ? [] : [`Sitemap: ${baseUrl}sitemap.xml`];
  yield { path: "robots.txt", text: `${["User-agent: *", "Allow: /", ...sitemap].join("\n")}\n` };
  if (baseUrl === undefined) return;
  const own = createSitemaps("sitemap-site", rows, baseUrl);
  yield* own.files;
  const ofServices = services.flatMap(({ sitemaps }) => sitemaps);
  yield { path: "sitemap.xml", text: printSitemapIndex([...own.rows, ...ofServices]) };
  const about = { baseUrl, description: "Changes and what they mean for code that calls the API." };
  yield* feedFiles({ ...about, title: `${siteTitle}: changes`, home: "/changes/", url: "/feed" }, feed);
  yield* feedFiles(
    { ...about, title: `${siteTitle}: breaking changes`, home: "/breaking/", url: "/breaking/feed" },
    breaking,
  );
}

function byNewest(a: ChangeSummary, b: ChangeSummary): number {
  return (
    compareCodeUnits(b.moment.date, a.moment.date) ||
    compareCodeUnits(a.service.id, b.service.id) ||
    compareCodeUnits(b.url, a.url)
  );
}
