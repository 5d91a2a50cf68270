import type { ChangeSummary } from "../../views/change-summary.js";

/** One page of a list of changes. */
export interface ListView {
  readonly kind: "list";
  readonly heading: string;
  readonly intro: string;
  readonly changes: readonly ChangeSummary[];
  readonly page: number;
  readonly pages: number;
  readonly urls: readonly string[];
  /** The years or months that the list is of, on its first page. */
  readonly periods?: Periods;
}

/** Parts of a list by time. */
export interface Periods {
  readonly title: string;
  /** Newest first. */
  readonly rows: readonly Period[];
}

/** The changes of a year or a month. */
export interface Period {
  readonly label: string;
  readonly url: string;
  readonly changes: number;
  readonly breaking: number;
}

/** What a list is called and where it is. */
export interface ListHead {
  readonly heading: string;
  readonly intro: string;
  readonly url: string;
  readonly periods?: Periods;
}

/** The most changes on one page of a list. */
export const LIST_LENGTH = 100;

/** Returns the pages of a list; one, empty, where there is nothing to list. `urlOf` gives the address of page 2 and on. */
export function createListViews(
  { heading, intro, url, periods }: ListHead,
  changes: readonly ChangeSummary[],
  urlOf: (page: number) => string,
): ListView[] {
  return paginate(changes, LIST_LENGTH, { url, urlOf }).map(({ rows, ...place }) => ({
    ...{ kind: "list", heading, intro, changes: rows, ...place },
    ...(periods && place.page === 1 ? { periods } : {}),
  }));
}

/** Some of many rows, and where the others are. */
export interface Pagination<Row> {
  readonly rows: readonly Row[];
  /** The first is 1. */
  readonly page: number;
  readonly pages: number;
  readonly urls: readonly string[];
}

/** Returns rows as pages of at most `most`; one, empty, where there are none. */
export function paginate<Row>(
  rows: readonly Row[],
  most: number,
  {
    url,
    urlOf = (page) => `${url}page/${page}/`,
  }: { readonly url: string; readonly urlOf?: (page: number) => string },
): Pagination<Row>[] {
  const pages = Math.max(1, Math.ceil(rows.length / most));
  const urls = Array.from({ length: pages }, (_, index) => (index === 0 ? url : urlOf(index + 1)));
  return urls.map((_, index) => ({
    rows: rows.slice(index * most, (index + 1) * most),
    page: index + 1,
    pages,
    urls,
  }));
}
