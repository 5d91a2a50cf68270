import type { SitemapRow } from "./data/sitemap.js";
import type { FeedItem } from "./feeds/feed.js";
import type { ServiceRow } from "./pages/service/services-view.js";
import type { SearchRow } from "./search/search-row.js";
import type { ChangeSummary } from "./views/change-summary.js";
import type { SilentChange } from "./views/silent-change.js";

/**
 * What the pages of no one service need of a service. Plain data: it can be kept in a file, and sent from the thread
 * that rendered the service.
 */
export interface ServiceSummary {
  readonly row: ServiceRow;
  /** Newest first. */
  readonly changes: readonly ChangeSummary[];
  /** Those that break what the vendor's note does not name. Newest first. */
  readonly silent: readonly SilentChange[];
  /** What it is called besides its id and title. */
  readonly aliases: readonly string[];
  /** Its operations and types, there now or once. */
  readonly symbols: readonly SearchRow[];
  /** The names of its fields and values, each once. */
  readonly names: readonly string[];
  /** The words that notes say of each of `changes`. */
  readonly noteWords: readonly (readonly string[])[];
  /** The rows of its sitemaps in their index. None without a base address. */
  readonly sitemaps: readonly SitemapRow[];
  /** Ids that it had before. */
  readonly formerIds: readonly string[];
  /** The newest changes, as many as a feed has. */
  readonly feed: readonly FeedItem[];
  /** The newest that break, as many as a feed has. */
  readonly breaking: readonly FeedItem[];
}

/** What lists and searches need of a service: all but its feeds. */
export type SharedSummary = Omit<ServiceSummary, "feed" | "breaking">;
