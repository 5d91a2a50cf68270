import type { Diagnostic, RulePage } from "@shapelog/diagnostics";
import { compareCodeUnits } from "@shapelog/model";
import { printLlms } from "./data/llms.js";
import { createRedirects, redirectFiles } from "./data/redirects.js";
import { printSearch } from "./data/search-index.js";
import { createSitemaps, printSitemapIndex, type SitemapRow } from "./data/sitemap.js";
import { siteDiagnostics } from "./diagnostics.js";
import { type FeedItem, newestItems } from "./feeds/feed.js";
import { feedFiles } from "./feeds/feed-files.js";
import { SITE_ICON, SITE_SCRIPT, SITE_STYLES } from "./gen/assets.js";
import type { OldAddress, SiteFile } from "./options.js";
import type { SiteSetting } from "./pages/page.js";
import { pageFiles, sitemapRow } from "./pages/page-files.js";
import { planSitePages } from "./pages/plan-site-pages.js";
import { renderHtml } from "./pages/render-page.js";
import { packsOf } from "./pages/twin-packs.js";
import type { ServiceSummary } from "./service-summary.js";
import type { ChangeSummary } from "./views/change-summary.js";

/** All services, as the files of no one service need them: of their feeds the newest items alone. */
export interface JoinedSummaries {
  /** Sorted by the services' ids. */
  readonly services: readonly Omit<ServiceSummary, "feed" | "breaking">[];
  readonly feed: readonly FeedItem[];
  readonly breaking: readonly FeedItem[];
}

/** Joins summaries, which are read once, one at a time: there may be hundreds, each with feeds of its own. */
export function joinSummaries(summaries: Iterable<ServiceSummary>): JoinedSummaries {
  const services: Omit<ServiceSummary, "feed" | "breaking">[] = [];
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
  readonly rules: readonly RulePage[];
  readonly redirects?: readonly OldAddress[];
}

/** Renders the files of no one service, and returns what is to be told of them. */
export function* renderShared(
  { joined, rules, redirects = [] }: SharedParts,
  setting: SiteSetting,
): Generator<SiteFile, readonly Diagnostic[]> {
  const { siteTitle, baseUrl, twins } = setting;
  const changes = joined.services.flatMap((summary) => summary.changes).sort(byNewest);
  const services = joined.services.map(({ row }) => row);
  const rows: SitemapRow[] = [];
  const packs = packsOf(setting, undefined);
  for (const page of planSitePages(siteTitle, { changes, services, rules })) {
    if (page.view.kind === "not-found") yield { path: "404.html", text: renderHtml(page, setting) };
    else yield* pageFiles(page, setting, packs);
    if (baseUrl !== undefined && page.indexed !== false) rows.push(sitemapRow(page, baseUrl));
  }
  if (packs) yield* packs.end();
  yield* renderDiscovery(rows, joined, setting);
  const symbols = joined.services.flatMap((summary) => summary.symbols);
  const refs = services.map(({ service }) => service);
  yield { path: "search/symbols.json", text: printSearch(symbols, refs) };
  yield { path: "llms.txt", text: printLlms({ title: siteTitle, services, baseUrl, twins }) };
  const found = createRedirects(redirects, joined.services, baseUrl);
  yield* redirectFiles(found);
  yield { path: "assets/site.css", text: SITE_STYLES };
  yield { path: "assets/site.js", text: SITE_SCRIPT };
  yield { path: "assets/icon.svg", text: SITE_ICON };
  const [first] = found.lost;
  if (!first) return [];
  const data = { count: found.lost.length, from: first.from, service: first.service };
  return [siteDiagnostics.create("lost-address", undefined, data)];
}

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
