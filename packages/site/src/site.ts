import type { Diagnostic, RulePage } from "@shapelog/diagnostics";
import { PAGES } from "@shapelog/diff/pages";
import { compareCodeUnits } from "@shapelog/model";
import { siteDiagnostics } from "./diagnostics.js";
import type { RenderedSite, SiteAbout, SiteFile, SiteOptions, SiteService } from "./options.js";
import { planGuides } from "./pages/guides/plan-guides.js";
import type { SiteSetting } from "./pages/page.js";
import { SITE_FEEDS } from "./pages/plan-site-pages.js";
import { createServiceRecord } from "./record/service-record.js";
import { renderServiceRecord } from "./render-service.js";
import { joinSummaries, renderShared, type SharedParts } from "./render-shared.js";
import type { ServiceSummary } from "./service-summary.js";

const SERVICE_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const MANY_FILES = 20_000;

/**
 * Renders a site: pages as HTML, Markdown and JSON, feeds, search and data files. Files are made one service at a
 * time as they are asked for, so that a site of any size needs the memory of its largest service.
 */
export function renderSite(options: SiteOptions): RenderedSite {
  const { setting, diagnostics: found } = resolveSite(options);
  const diagnostics = [...found];
  const services = chooseServices(options.services, diagnostics);
  const rules = joinRules(options.rules ?? []);
  const { guides: set = { guides: [] }, redirects = [] } = options;
  const guides = planGuides(set, { rules, feeds: SITE_FEEDS, diagnostics });
  const shared = { rules, guides, redirects };
  const hasGuides = guides.symbols.length > 0;
  return {
    pages: countFiles(
      renderFiles({ services, ...shared }, { ...setting, hasGuides }, diagnostics),
      diagnostics,
    ),
    diagnostics,
  };
}

/** What holds for all pages of a site, and what is wrong with it. */
export interface ResolvedSite {
  readonly setting: SiteSetting;
  readonly diagnostics: readonly Diagnostic[];
}

/** Resolves what holds for all pages of a site. */
export function resolveSite({ title, baseUrl, links = {}, twins = "beside" }: SiteAbout): ResolvedSite {
  const diagnostics: Diagnostic[] = [];
  const setting = { siteTitle: title, baseUrl: readBaseUrl(baseUrl, diagnostics), links, twins };
  return { setting, diagnostics };
}

/** A service as it is being rendered. */
export interface RenderedService {
  /** What was found before anything is rendered. */
  readonly diagnostics: readonly Diagnostic[];
  /** Its files, made as they are asked for; in the end what the files of no one service need of it. */
  readonly files: Generator<SiteFile, ServiceSummary>;
}

/** Replays the ledger of one service, and renders its files. */
export function renderService(service: SiteService, setting: SiteSetting): RenderedService {
  const record = createServiceRecord(service, setting.links);
  return { diagnostics: record.diagnostics, files: renderServiceRecord(record, { ...setting, record }) };
}

/** Returns the rules that each site explains, and others, sorted by id. Of two with one id the second counts. */
export function joinRules(rules: readonly RulePage[]): readonly RulePage[] {
  const pages = new Map([...PAGES, ...rules].map((page) => [page.id, page]));
  return [...pages.values()].sort((a, b) => compareCodeUnits(a.id, b.id));
}

function* renderFiles(
  { services, ...shared }: Omit<SharedParts, "joined"> & { readonly services: readonly SiteService[] },
  setting: SiteSetting,
  diagnostics: Diagnostic[],
): Generator<SiteFile> {
  const summaries: ServiceSummary[] = [];
  for (const service of services) {
    const rendered = renderService(service, setting);
    for (const each of rendered.diagnostics) diagnostics.push(each);
    summaries.push(yield* rendered.files);
  }
  const parts = { ...shared, joined: joinSummaries(summaries) };
  for (const each of yield* renderShared(parts, setting)) diagnostics.push(each);
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
    if (!isServiceId(service.id)) {
      diagnostics.push(siteDiagnostics.create("bad-service-id", undefined, { service: service.id }));
    } else if (chosen.has(service.id)) {
      diagnostics.push(siteDiagnostics.create("duplicate-service", undefined, { service: service.id }));
    } else chosen.set(service.id, service);
  }
  return [...chosen.values()].sort((a, b) => compareCodeUnits(a.id, b.id));
}

/** Returns whether an id can be a service's part of addresses. */
export function isServiceId(id: string): boolean {
  return SERVICE_ID.test(id) && id.length <= 80;
}

function* countFiles(files: Iterable<SiteFile>, diagnostics: Diagnostic[]): Generator<SiteFile> {
  let count = 0;
  for (const file of files) {
    count++;
    yield file;
  }
  if (count > MANY_FILES) diagnostics.push(siteDiagnostics.create("many-files", undefined, { files: count }));
}
