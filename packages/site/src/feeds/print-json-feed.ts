import type { Feed } from "./feed.js";

/** Returns a feed as JSON Feed 1.1; `_shapelog`, an extension of it, has what each item tells by its ids. */
export function printJsonFeed(feed: Feed): string {
  const json = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    description: feed.description,
    home_page_url: feed.homeUrl,
    feed_url: `${feed.feedUrl}.json`,
    language: "en",
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_html: item.html,
      summary: item.text,
      date_published: item.updated,
      tags: [item.change.verdict, item.change.service.id],
      _shapelog: { findings: item.findings },
    })),
  };
  return `${JSON.stringify(json, null, 1)}\n`;
}
