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
}

/** The most changes on one page of a list. */
export const LIST_LENGTH = 100;

/** Returns the pages of a list; one, empty, where there is nothing to list. `urlOf` gives the address of page 2 and on. */
export function createListViews(
  list: { readonly heading: string; readonly intro: string; readonly url: string },
  changes: readonly ChangeSummary[],
  urlOf: (page: number) => string,
): ListView[] {
  const pages = Math.max(1, Math.ceil(changes.length / LIST_LENGTH));
  const urls = Array.from({ length: pages }, (_, index) => (index === 0 ? list.url : urlOf(index + 1)));
  return urls.map((_, index) => ({
    kind: "list",
    heading: list.heading,
    intro: list.intro,
    changes: changes.slice(index * LIST_LENGTH, (index + 1) * LIST_LENGTH),
    page: index + 1,
    pages,
    urls,
  }));
}
