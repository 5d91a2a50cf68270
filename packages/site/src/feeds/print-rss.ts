import type { Feed } from "./feed.js";
import { xmlElement, xmlText } from "./xml.js";

/** Returns a feed as RSS 2.0 with whole contents. */
export function printRss(feed: Feed): string {
  const items = feed.items.map((item) =>
    [
      "    <item>",
      `      ${xmlElement("title", item.title)}`,
      `      ${xmlElement("link", item.url)}`,
      `      ${xmlElement("guid", item.id, ' isPermaLink="false"')}`,
      `      ${xmlElement("pubDate", new Date(item.updated).toUTCString())}`,
      `      ${xmlElement("category", item.change.verdict)}`,
      `      ${xmlElement("description", item.text)}`,
      `      ${xmlElement("content:encoded", item.html)}`,
      "    </item>",
    ].join("\n"),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">',
    "  <channel>",
    `    ${xmlElement("title", feed.title)}`,
    `    ${xmlElement("link", feed.homeUrl)}`,
    `    ${xmlElement("description", feed.description)}`,
    "    <language>en</language>",
    `    <atom:link rel="self" type="application/rss+xml" href="${xmlText(`${feed.feedUrl}.rss`)}"/>`,
    ...items,
    "  </channel>",
    "</rss>",
    "",
  ].join("\n");
}
