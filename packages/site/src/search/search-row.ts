import { kindWord } from "../pages/type/kind-word.js";
import type { ServiceRecord } from "../record/service-record.js";

/** Something to find: its name, what it is, and where its page is from the site's root, without a slash in front. */
export type SearchRow = readonly [name: string, kind: string, url: string];

/** The name and version of the search files' format. */
export const SEARCH_FORMAT = "shapelog-search/2";

/** Returns a service's operations and types as rows. */
export function symbolRows(record: ServiceRecord): SearchRow[] {
  return [...record.operations, ...record.types].map(({ name, url, shape, at }): SearchRow => {
    const gone = at < record.timeline.now ? "removed " : "";
    return [name, `${gone}${kindWord(shape)}`, url.slice(1)];
  });
}
