import type { Diagnostic, RulePage } from "@shapelog/diagnostics";
import { PAGES } from "@shapelog/diff/pages";
import { compareCodeUnits } from "@shapelog/model";
import { printLlms } from "./data/llms.js";
import { printSearch } from "./data/search-index.js";
import { printSitemap, printSitemapIndex, type SitemapRow } from "./data/sitemap.js";
import { siteDiagnostics } from "./diagnostics.js";
import { newestItems } from "./feeds/feed.js";
import { feedFiles } from "./feeds/feed-files.js";
import { COMPARE_SCRIPT, COMPOSE_SCRIPT, SITE_ICON, SITE_SCRIPT, SITE_STYLES } from "./gen/assets.js";
import type { RenderedSite, SiteFile, SiteOptions, SiteService } from "./options.js";
import type { RenderSetting } from "./pages/page.js";
import { pageFiles, sitemapRow } from "./pages/page-files.js";
import { planSitePages } from "./pages/plan-site-pages.js";
import { renderHtml } from "./pages/render-page.js";
import { createServiceRecord } from "./record/service-record.js";
import { renderService } from "./render-service.js";
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
  const { links = {} } = options;
  const setting: RenderSetting = { siteTitle: options.title, baseUrl, links };
  return {
    pages: countFiles(renderFiles({ services, rules }, setting, diagnostics), diagnostics),
    diagnostics,
  };
}

function* renderFiles(
  { services, rules }: { readonly services: readonly SiteService[]; readonly rules: readonly RulePage[] },
  setting: RenderSetting,
  diagnostics: Diagnostic[],
): Generator<SiteFile> {
  const summaries: ServiceSummary[] = [];
  for (const service of services) {
    const record = createServiceRecord(service, setting.links);
    for (const each of record.diagnostics) diagnostics.push(each);
    summaries.push(yield* renderService(record, { ...setting, record }));
  }
  yield* renderSharedFiles({ summaries, rules }, setting);
}

/** What the files of no one service are made of. */
interface SharedParts {
  /** Sorted by the services' ids. */
  readonly summaries: readonly ServiceSummary[];
  /** Sorted by id. */
  readonly rules: readonly RulePage[];
}

function* renderSharedFiles({ summaries, rules }: SharedParts, setting: RenderSetting): Generator<SiteFile> {
  const changes = summaries.flatMap((summary) => summary.changes).sort(byNewest);
  const services = summaries.map(({ row }) => row);
  const rows: SitemapRow[] = [];
  for (const page of planSitePages(setting.siteTitle, { changes, services, rules })) {
    if (page.view.kind === "not-found") yield { path: "404.html", text: renderHtml(page, setting) };
    else yield* pageFiles(page, setting);
    if (setting.baseUrl !== undefined && page.indexed !== false) rows.push(sitemapRow(page, setting.baseUrl));
  }
  yield* renderDiscovery(rows, summaries, setting);
  const symbols = summaries.flatMap((summary) => summary.symbols);
  const refs = services.map(({ service }) => service);
  yield { path: "search/symbols.json", text: printSearch(symbols, refs) };
  yield { path: "llms.txt", text: printLlms(setting.siteTitle, services, setting.baseUrl) };
  yield { path: "assets/site.css", text: SITE_STYLES };
  yield { path: "assets/site.js", text: SITE_SCRIPT };
  yield { path: "assets/compare.js", text: COMPARE_SCRIPT };
  yield { path: "assets/compose.js", text: COMPOSE_SCRIPT };
  yield { path: "assets/icon.svg", text: SITE_ICON };
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
