import type { SearchRow } from "./data/search-index.js";
import type { SitemapRow } from "./data/sitemap.js";
import type { FeedItem } from "./feeds/feed.js";
import type { ServiceRow } from "./pages/service/services-view.js";
import type { ChangeSummary } from "./views/change-summary.js";

/**
 * What the pages of no one service need of a service. Plain data: it can be kept in a file, and sent from the thread
 * that rendered the service.
 */
export interface ServiceSummary {
  readonly row: ServiceRow;
  /** Newest first. */
  readonly changes: readonly ChangeSummary[];
  readonly symbols: readonly SearchRow[];
  /** Its sitemap's row in the index. Absent without a base address. */
  readonly sitemap?: SitemapRow;
  /** The newest changes, as many as a feed has. */
  readonly feed: readonly FeedItem[];
  /** The newest that break, as many as a feed has. */
  readonly breaking: readonly FeedItem[];
}
