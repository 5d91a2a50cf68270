import type { SearchRow } from "./data/search-index.js";
import type { SitemapRow } from "./data/sitemap.js";
import { type FeedItem, newestItems } from "./feeds/feed.js";
import type { ServiceRow } from "./pages/service/services-view.js";
import type { ChangeSummary } from "./views/change-summary.js";

/** What is kept of services once their pages are made. */
export interface SiteTotals {
  readonly changes: ChangeSummary[];
  readonly services: ServiceRow[];
  readonly symbols: SearchRow[];
  readonly sitemaps: SitemapRow[];
  /** The newest, by feed: of all changes, and of those that break. */
  feed: FeedItem[];
  breaking: FeedItem[];
}

/** Adds a service's newest items to the site's feeds; keeps no more than feeds have. */
export function addToFeeds(totals: SiteTotals, items: readonly FeedItem[]): void {
  totals.feed = newestItems([...totals.feed, ...items]);
  totals.breaking = newestItems([...totals.breaking, ...items.filter(({ change }) => change.breaks)]);
}
