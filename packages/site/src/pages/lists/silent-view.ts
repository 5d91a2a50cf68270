import type { SilentChange } from "../../views/silent-change.js";
import { paginate } from "./list-view.js";

/** One page of the changes that break what their vendor's note does not name. */
export interface SilentView {
  readonly kind: "silent";
  readonly url: string;
  readonly silent: readonly SilentChange[];
  /** How many there are on all pages. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly urls: readonly string[];
}

const SILENT_LENGTH = 50;

/** What the list holds, in words. */
export const SILENT_INTRO =
  "Breaking changes that the vendor’s own note of the release does not name. The note stands beside each, in the vendor’s words.";

/** Returns the pages of silent breaking changes, which are newest first. */
export function createSilentViews(silent: readonly SilentChange[]): SilentView[] {
  const url = "/breaking/silent/";
  return paginate(silent, SILENT_LENGTH, { url }).map(({ rows, ...place }) => ({
    ...{ kind: "silent", url, silent: rows, total: silent.length, ...place },
  }));
}
