import type { SiteFile } from "../options.js";
import { type FeedItem, fitItems, newestItems } from "./feed.js";
import { printAtom } from "./print-atom.js";
import { printJsonFeed } from "./print-json-feed.js";
import { printRss } from "./print-rss.js";

/** What a feed is called and where it stands. */
export interface FeedPlace {
  readonly baseUrl: string;
  readonly title: string;
  readonly description: string;
  /** The page it stands for, from the site's root. */
  readonly home: string;
  /** From the site's root, without the ending. */
  readonly url: string;
}

/** Returns a feed in its three formats. */
export function* feedFiles(place: FeedPlace, items: readonly FeedItem[]): Generator<SiteFile> {
  const feed = {
    title: place.title,
    description: place.description,
    homeUrl: `${place.baseUrl}${place.home.slice(1)}`,
    feedUrl: `${place.baseUrl}${place.url.slice(1)}`,
    items: fitItems(newestItems(items)),
  };
  const path = place.url.slice(1);
  yield { path: `${path}.atom`, text: printAtom(feed) };
  yield { path: `${path}.rss`, text: printRss(feed) };
  yield { path: `${path}.json`, text: printJsonFeed(feed) };
}
