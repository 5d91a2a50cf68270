import type { Verdict } from "@shapelog/diff";
import type { ChangeSummary } from "../views/change-summary.js";
import { xmlText } from "./xml.js";

/** One item of a feed: a change, with its whole content. */
export interface FeedItem {
  readonly change: ChangeSummary;
  /** A tag URI (RFC 4151) made from what the change is about. */
  readonly id: string;
  readonly title: string;
  /** Absolute. */
  readonly url: string;
  /** `YYYY-MM-DDT00:00:00Z`: the day of the facts. */
  readonly updated: string;
  readonly html: string;
  /** What stands in the place of `html` where a feed has no more room. */
  readonly short: string;
  readonly text: string;
  /** What it says that asks for work or is safe, by ids that stay; `url` is absolute. */
  readonly findings: readonly FeedFinding[];
}

/** A finding of a feed's item. */
export interface FeedFinding {
  readonly id: string;
  readonly url: string;
  readonly verdict: Verdict;
  readonly accepted?: true;
}

/** A feed before it is printed. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** Absolute, of the page the feed stands for. */
  readonly homeUrl: string;
  /** Absolute, without the ending. */
  readonly feedUrl: string;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

/** The most items a feed has. */
export const FEED_LENGTH = 50;

/** Returns items by day, newest first; those of one day by address. As many as a feed has. */
export function newestItems(items: readonly FeedItem[]): FeedItem[] {
  const order = (a: FeedItem, b: FeedItem) =>
    a.updated === b.updated ? compare(a.url, b.url) : compare(b.updated, a.updated);
  return [...items].sort(order).slice(0, FEED_LENGTH);
}

/** How long a feed may be, in characters as XML. */
const LONGEST_FEED = 92_000;

/** Returns items so that a feed of them stays under 100 KB: the newest with all they say, the others in short. */
export function fitItems(items: readonly FeedItem[]): FeedItem[] {
  let left = LONGEST_FEED - items.reduce((sum, item) => sum + costOf(item, item.short), 0);
  return items.map((item) => {
    const more = costOf(item, item.html) + FINDING * item.findings.length - costOf(item, item.short);
    if (more > left) return { ...item, html: item.short, findings: [] };
    left -= more;
    return item;
  });
}

/** What a finding takes in JSON. */
const FINDING = 190;
/** What stands around an item's words. */
const AROUND = 650;

function costOf({ text, title, url }: FeedItem, html: string): number {
  return Buffer.byteLength(xmlText(html)) + Buffer.byteLength(text) + title.length + 2 * url.length + AROUND;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
