import { compareFiles } from "./data/compare/compare-data.js";
import { historyFiles, type OperationPaths } from "./data/history-data.js";
import { createPathRows, nameRows } from "./data/path-rows.js";
import { printSearch, type SearchRow, symbolRows } from "./data/search-index.js";
import { printServiceData } from "./data/service-data.js";
import { printSitemap, type SitemapRow } from "./data/sitemap.js";
import type { Doc } from "./doc/doc.js";
import { readDoc } from "./doc/read-doc.js";
import { createFeedItem } from "./feeds/create-feed-item.js";
import { FEED_LENGTH, type FeedItem, newestItems } from "./feeds/feed.js";
import { feedFiles } from "./feeds/feed-files.js";
import type { SiteFile } from "./options.js";
import type { Page, RenderSetting } from "./pages/page.js";
import { pageFiles, sitemapRow } from "./pages/page-files.js";
import {
  planChangeLists,
  planChangePage,
  planComparePages,
  planOperationHistory,
  planOperationPage,
  planServicePage,
  planTypePage,
  planTypesPages,
} from "./pages/plan-service-pages.js";
import type { ServiceRecord } from "./record/service-record.js";
import type { ServiceSummary } from "./service-summary.js";
import { type ChangeSummary, createChangeSummary } from "./views/change-summary.js";
import { serviceRef } from "./views/service-ref.js";

/** Renders all files of one service, and returns what the site needs of it. */
export function* renderService(
  record: ServiceRecord,
  setting: RenderSetting,
): Generator<SiteFile, ServiceSummary> {
  const { baseUrl } = setting;
  const docOf = createDocReader();
  const changes = record.revisions.map((revision) => createChangeSummary(record, revision)).reverse();
  const rows: SitemapRow[] = [];
  const add = function* (page: Page): Generator<SiteFile> {
    yield* pageFiles(page, setting);
    if (baseUrl !== undefined && page.indexed !== false) rows.push(sitemapRow(page, baseUrl));
  };
  yield* add(planServicePage(record, changes, docOf));
  yield* renderOperations(record, docOf, add);
  for (const page of planTypesPages(record)) yield* add(page);
  for (const type of record.types) yield* add(planTypePage(record, type, docOf));
  const items: FeedItem[] = [];
  for (const revision of record.revisions) {
    const page = planChangePage(record, revision, docOf);
    yield* add(page);
    const isNew = record.revisions.length - revision.time <= FEED_LENGTH;
    if (baseUrl !== undefined && (isNew || page.view.summary.breaks))
      items.push(createFeedItem(page.view, baseUrl));
  }
  for (const page of planChangeLists(record, changes)) yield* add(page);
  for (const page of planComparePages(record)) yield* add(page);
  yield* compareFiles(record);
  yield { path: `data/${record.id}.json`, text: printServiceData(record, changes) };
  yield* renderFeeds(record, baseUrl, items);
  if (baseUrl !== undefined) yield { path: `sitemaps/${record.id}.xml`, text: printSitemap(rows) };
  return summarizeService(record, { changes, items, baseUrl });
}

function* renderOperations(
  record: ServiceRecord,
  docOf: (text: string) => Doc,
  add: (page: Page) => Iterable<SiteFile>,
): Generator<SiteFile> {
  const histories: OperationPaths[] = [];
  const names: SearchRow[] = [];
  const seen = new Set<string>();
  for (const operation of record.operations) {
    const page = planOperationPage(record, operation, docOf);
    histories.push({ name: operation.name, url: operation.url, rows: createPathRows(record, page.view) });
    for (const each of nameRows(page.view, seen)) names.push(each);
    yield* add(page);
    for (const history of planOperationHistory(record, operation)) yield* add(history);
  }
  yield* historyFiles(record, histories);
  yield { path: `search/${record.id}.json`, text: printSearch(names) };
}

function* renderFeeds(
  record: ServiceRecord,
  baseUrl: string | undefined,
  items: readonly FeedItem[],
): Generator<SiteFile> {
  if (baseUrl === undefined) return;
  const about = { baseUrl, description: `Changes of ${record.title} and what they mean.` };
  const { title, url, id } = record;
  yield* feedFiles(
    { ...about, title: `${title}: changes`, home: `/changes/${id}/`, url: `${url}feed` },
    items,
  );
  yield* feedFiles(
    { ...about, title: `${title}: breaking changes`, home: `/changes/${id}/`, url: `${url}breaking` },
    items.filter(({ change }) => change.breaks),
  );
}

/** What rendering a service found out for the pages of the whole site. */
interface RenderedService {
  readonly changes: readonly ChangeSummary[];
  readonly items: readonly FeedItem[];
  readonly baseUrl: string | undefined;
}

function summarizeService(
  record: ServiceRecord,
  { changes, items, baseUrl }: RenderedService,
): ServiceSummary {
  const isHere = ({ at }: { readonly at: number }) => at === record.timeline.now;
  const [newest] = changes;
  const updated = newest ? { updated: newest.moment.date } : {};
  return {
    changes,
    symbols: symbolRows(record),
    feed: newestItems(items),
    breaking: newestItems(items.filter(({ change }) => change.breaks)),
    ...(baseUrl === undefined ? {} : { sitemap: { url: `${baseUrl}sitemaps/${record.id}.xml`, ...updated } }),
    row: {
      service: serviceRef(record),
      operations: record.operations.filter(isHere).length,
      types: record.types.filter(isHere).length,
      breaking: changes.filter((change) => change.breaks).length,
      ...(newest ? { changed: { date: newest.moment.date, url: newest.url } } : {}),
    },
  };
}

/** Reads each text once, however many pages show it. */
function createDocReader(): (text: string) => Doc {
  const known = new Map<string, Doc>();
  return (text) => {
    const read = known.get(text) ?? readDoc(text);
    known.set(text, read);
    return read;
  };
}
