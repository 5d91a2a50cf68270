import { kindWord } from "../pages/type/kind-word.js";
import type { ServiceRecord } from "../record/service-record.js";
import type { ServiceRef } from "../views/service-ref.js";

/** Something to find: its name, what it is, and where its page is from the site's root. */
export type SearchRow = readonly [name: string, kind: string, url: string];

/** The name and version of the search files' format. */
export const SEARCH_FORMAT = "shapelog-search/1";

/** Returns a service's operations and types as rows. */
export function symbolRows(record: ServiceRecord): SearchRow[] {
  const rows = [...record.operations, ...record.types].map(({ name, url, shape, at }): SearchRow => {
    const gone = at < record.timeline.now ? "removed " : "";
    return [name, `${gone}${kindWord(shape)}`, url.slice(1)];
  });
  return [[record.title, "service", record.url.slice(1)], ...rows];
}

/** Returns the text of a search file. `services` says which more files there are. */
export function printSearch(rows: readonly SearchRow[], services: readonly ServiceRef[] = []): string {
  const only = services.length === 1 ? services[0] : undefined;
  const more = only ? { names: `search/${only.id}.json` } : {};
  return `${JSON.stringify({ format: SEARCH_FORMAT, ...more, rows })}\n`;
}
