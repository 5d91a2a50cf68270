import type { Revision } from "@shapelog/ledger";
import { compareCodeUnits } from "@shapelog/model";
import { noteWordsOf } from "./browser/words.js";
import { compareFiles } from "./data/compare/compare-data.js";
import { historyFiles, type OperationPaths } from "./data/history-data.js";
import { createPathRows } from "./data/path-rows.js";
import { printServiceChanges } from "./data/service-changes.js";
import { printServiceData } from "./data/service-data.js";
import { createSitemaps, type SitemapRow } from "./data/sitemap.js";
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
import { packsOf } from "./pages/twin-packs.js";
import type { ServiceRecord } from "./record/service-record.js";
import { createNameIndex, type NameIndex } from "./search/name-index.js";
import { SEARCH_FORMAT, type SearchRow, symbolRows } from "./search/search-row.js";
import { serviceAliases } from "./search/service-aliases.js";
import type { ServiceSummary } from "./service-summary.js";
import { type ChangeSummary, createChangeSummary } from "./views/change-summary.js";
import { serviceRef } from "./views/service-ref.js";
import { findSilentChanges } from "./views/silent-change.js";

/** Renders all files of one service, and returns what the site needs of it. */
export function* renderServiceRecord(
  record: ServiceRecord,
  setting: RenderSetting,
): Generator<SiteFile, ServiceSummary> {
  const { baseUrl } = setting;
  const docOf = createDocReader();
  const changes = record.revisions.map((revision) => createChangeSummary(record, revision)).reverse();
  const rows: SitemapRow[] = [];
  const packs = packsOf(setting, record.id);
  const add = function* (page: Page): Generator<SiteFile> {
    yield* pageFiles(page, setting, packs);
    if (baseUrl !== undefined && page.indexed !== false) rows.push(sitemapRow(page, baseUrl));
  };
  yield* add(planServicePage(record, changes, docOf));
  const names = createNameIndex(record);
  yield* renderOperations(record, { docOf, names, add });
  for (const page of planTypesPages(record)) yield* add(page);
  for (const type of record.types) {
    const page = planTypePage(record, type, docOf);
    names.addType(page.view);
    yield* add(page);
  }
  yield printNames(record.id, names.rows);
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
  if (packs) yield* packs.end();
  yield { path: `data/${record.id}.json`, text: printServiceData(record, changes) };
  yield { path: `data/${record.id}/changes.json`, text: printServiceChanges(record, changes) };
  yield* renderFeeds(record, baseUrl, items);
  const sitemaps =
    baseUrl === undefined ? NO_SITEMAPS : createSitemaps(`sitemaps/${record.id}`, rows, baseUrl);
  yield* sitemaps.files;
  return summarizeService(record, { changes, items, names: names.rows, sitemaps: sitemaps.rows });
}

interface OperationParts {
  readonly docOf: (text: string) => Doc;
  readonly names: NameIndex;
  readonly add: (page: Page) => Iterable<SiteFile>;
}

const NO_SITEMAPS = { files: [], rows: [] };

function* renderOperations(
  record: ServiceRecord,
  { docOf, names, add }: OperationParts,
): Generator<SiteFile> {
  const histories: OperationPaths[] = [];
  for (const operation of record.operations) {
    const page = planOperationPage(record, operation, docOf);
    histories.push({ name: operation.name, url: operation.url, rows: createPathRows(record, page.view) });
    names.addOperation(page.view);
    yield* add(page);
    for (const history of planOperationHistory(record, operation)) yield* add(history);
  }
  yield* historyFiles(record, histories);
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
  readonly names: readonly SearchRow[];
  readonly sitemaps: readonly SitemapRow[];
}

function summarizeService(
  record: ServiceRecord,
  { changes, items, names, sitemaps }: RenderedService,
): ServiceSummary {
  const isHere = ({ at }: { readonly at: number }) => at === record.timeline.now;
  const [newest] = changes;
  return {
    changes,
    silent: findSilentChanges(record, changes),
    aliases: serviceAliases(record),
    symbols: symbolRows(record),
    names: [...new Set(names.map(([name]) => name))].sort(compareCodeUnits),
    noteWords: record.revisions.map(({ revision }) => noteWords(revision)).reverse(),
    feed: newestItems(items),
    breaking: newestItems(items.filter(({ change }) => change.breaks)),
    sitemaps,
    formerIds: record.formerIds,
    row: {
      service: serviceRef(record),
      operations: record.operations.filter(isHere).length,
      types: record.types.filter(isHere).length,
      ...(newest ? { changed: { date: newest.moment.date, url: newest.url } } : {}),
    },
  };
}

/** Fields and values with their places, for searches in the service. */
function printNames(id: string, rows: readonly SearchRow[]): SiteFile {
  return {
    path: `search/services/${id}.json`,
    text: `${JSON.stringify({ format: SEARCH_FORMAT, rows })}\n`,
  };
}

function noteWords({ note = "", vendor }: Revision): string[] {
  return noteWordsOf(`${note}\n${vendor?.text ?? ""}`);
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
