import type { Diagnostic, RulePage } from "@shapelog/diagnostics";
import { PAGES } from "@shapelog/diff/pages";
import { compareCodeUnits } from "@shapelog/model";
import { printLlms } from "./data/llms.js";
import { printSitemap, printSitemapIndex, type SitemapRow } from "./data/sitemap.js";
import { siteDiagnostics } from "./diagnostics.js";
import { newestItems } from "./feeds/feed.js";
import { feedFiles } from "./feeds/feed-files.js";
import { ASSETS } from "./gen/assets.js";
import type { RenderedSite, SiteFile, SiteOptions, SiteService } from "./options.js";
import { type PlannedGuides, planGuides } from "./pages/guides/plan-guides.js";
import type { RenderSetting } from "./pages/page.js";
import { pageFiles, sitemapRow } from "./pages/page-files.js";
import { planSitePages, SITE_FEEDS } from "./pages/plan-site-pages.js";
import { renderHtml } from "./pages/render-page.js";
import { ruleUrl } from "./pages/rules/rule-view.js";
import { createServiceRecord } from "./record/service-record.js";
import { renderService } from "./render-service.js";
import { searchFiles } from "./search/search-files.js";
import type { SearchRow } from "./search/search-row.js";
import type { ServiceSummary } from "./service-summary.js";
import type { ChangeSummary } from "./views/change-summary.js";

const SERVICE_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const MANY_FILES = 20_000;

/**
 * Renders a site: pages as HTML, Markdown and JSON, feeds, search and data files. Files are made one service at a
 * time as they are asked for, so that a site of any size needs the memory of its largest service.
 */
export function renderSite(options: SiteOptions): RenderedSite {
  const diagnostics: Diagnostic[] = [];
  const baseUrl = readBaseUrl(options.baseUrl, diagnostics);
  const services = chooseServices(options.services, diagnostics);
  const pages = new Map([...PAGES, ...(options.rules ?? [])].map((page) => [page.id, page]));
  const rules = [...pages.values()].sort((a, b) => compareCodeUnits(a.id, b.id));
  const { links = {}, guides: set = { guides: [] } } = options;
  const guides = planGuides(set, { rules, feeds: SITE_FEEDS, diagnostics });
  const hasGuides = guides.symbols.length > 0;
  const setting: RenderSetting = { siteTitle: options.title, baseUrl, links, hasGuides };
  return {
    pages: countFiles(renderFiles({ services, rules, guides }, setting, diagnostics), diagnostics),
    diagnostics,
  };
}

function* renderFiles(
  { services, ...shared }: Omit<SharedParts, "summaries"> & { readonly services: readonly SiteService[] },
  setting: RenderSetting,
  diagnostics: Diagnostic[],
): Generator<SiteFile> {
  const summaries: ServiceSummary[] = [];
  for (const service of services) {
    const record = createServiceRecord(service, setting.links);
    for (const each of record.diagnostics) diagnostics.push(each);
    summaries.push(yield* renderService(record, { ...setting, record }));
  }
  yield* renderSharedFiles({ summaries, ...shared }, setting);
}

/** What the files of no one service are made of. */
export interface SharedParts {
  /** Sorted by the services' ids. */
  readonly summaries: readonly ServiceSummary[];
  /** Sorted by id. */
  readonly rules: readonly RulePage[];
  readonly guides: PlannedGuides;
}

/** Renders what is of no one service: lists, searches, feeds and assets. */
export function* renderSharedFiles(
  { summaries, rules, guides }: SharedParts,
  setting: RenderSetting,
): Generator<SiteFile> {
  const changes = summaries.flatMap((summary) => summary.changes).sort(byNewest);
  const services = summaries.map(({ row }) => row);
  const silent = summaries.flatMap((summary) => summary.silent).sort((a, b) => byNewest(a.change, b.change));
  const parts = { changes, silent, summaries, rules };
  const rows: SitemapRow[] = [];
  for (const page of planSitePages(setting.siteTitle, parts)) {
    if (page.view.kind === "not-found") yield { path: "404.html", text: renderHtml(page, setting) };
    else yield* pageFiles(page, setting);
    if (setting.baseUrl !== undefined && page.indexed !== false) rows.push(sitemapRow(page, setting.baseUrl));
  }
  for (const page of guides.pages) {
    yield* pageFiles(page, setting);
    if (setting.baseUrl !== undefined) rows.push(sitemapRow(page, setting.baseUrl));
  }
  yield* renderDiscovery(rows, summaries, setting);
  const pages = rules.map(({ id }): SearchRow => [id, "rule", ruleUrl(id).slice(1)]);
  yield* searchFiles({ summaries, pages: [...guides.symbols, ...pages] });
  yield {
    path: "llms.txt",
    text: printLlms(setting.siteTitle, { services, guides: guides.symbols, baseUrl: setting.baseUrl }),
  };
  for (const [name, text] of ASSETS) yield { path: `assets/${name}`, text };
}

/** What leads machines to the pages: robots.txt, sitemaps and feeds. */
function* renderDiscovery(
  rows: readonly SitemapRow[],
  summaries: readonly ServiceSummary[],
  { baseUrl, siteTitle }: RenderSetting,
): Generator<SiteFile> {
  const sitemap = baseUrl === undefined ? [] : [`Sitemap: ${baseUrl}sitemap.xml`];
  yield { path: "robots.txt", text: `${["User-agent: *", "Allow: /", ...sitemap].join("\n")}\n` };
  if (baseUrl === undefined) return;
  yield { path: "sitemaps/site.xml", text: printSitemap(rows) };
  const ofServices = summaries.flatMap(({ sitemap: row }) => row ?? []);
  yield {
    path: "sitemap.xml",
    text: printSitemapIndex([{ url: `${baseUrl}sitemaps/site.xml` }, ...ofServices]),
  };
  const about = { baseUrl, description: "Changes and what they mean for code that calls the API." };
  yield* feedFiles(
    { ...about, title: `${siteTitle}: changes`, home: "/changes/", url: "/feed" },
    newestItems(summaries.flatMap(({ feed }) => feed)),
  );
  yield* feedFiles(
    { ...about, title: `${siteTitle}: breaking changes`, home: "/breaking/", url: "/breaking/feed" },
    newestItems(summaries.flatMap(({ breaking }) => breaking)),
  );
}

function byNewest(a: ChangeSummary, b: ChangeSummary): number {
  return (
    compareCodeUnits(b.moment.date, a.moment.date) ||
    compareCodeUnits(a.service.id, b.service.id) ||
    compareCodeUnits(b.url, a.url)
  );
}

function readBaseUrl(baseUrl: string | undefined, diagnostics: Diagnostic[]): string | undefined {
  if (baseUrl === undefined) {
    diagnostics.push(siteDiagnostics.create("no-base-url", undefined, {}));
    return undefined;
  }
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.search !== "" ||
    url.hash !== "" ||
    url.username !== ""
  ) {
    diagnostics.push(siteDiagnostics.create("bad-base-url", undefined, { baseUrl }));
    return undefined;
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

function chooseServices(services: readonly SiteService[], diagnostics: Diagnostic[]): SiteService[] {
  const chosen = new Map<string, SiteService>();
  for (const service of services) {
    if (!SERVICE_ID.test(service.id) || service.id.length > 80) {
      diagnostics.push(siteDiagnostics.create("bad-service-id", undefined, { service: service.id }));
    } else if (chosen.has(service.id)) {
      diagnostics.push(siteDiagnostics.create("duplicate-service", undefined, { service: service.id }));
    } else chosen.set(service.id, service);
  }
  return [...chosen.values()].sort((a, b) => compareCodeUnits(a.id, b.id));
}

function* countFiles(files: Iterable<SiteFile>, diagnostics: Diagnostic[]): Generator<SiteFile> {
  let count = 0;
  for (const file of files) {
    count++;
    yield file;
  }
  if (count > MANY_FILES) diagnostics.push(siteDiagnostics.create("many-files", undefined, { files: count }));
}
