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
  /** The rows of its sitemaps in their index. None without a base address. */
  readonly sitemaps: readonly SitemapRow[];
  /** Ids that it had before. */
  readonly formerly: readonly string[];
  /** The newest changes, as many as a feed has. */
  readonly feed: readonly FeedItem[];
  /** The newest that break, as many as a feed has. */
  readonly breaking: readonly FeedItem[];
}
