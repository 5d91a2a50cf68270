import type { Feed } from "./feed.js";
import { xmlElement, xmlText } from "./xml.js";

/** Returns a feed as Atom (RFC 4287). */
export function printAtom(feed: Feed): string {
  const [newest] = feed.items;
  const self = `${feed.feedUrl}.atom`;
  const entries = feed.items.map((item) =>
    [
      "  <entry>",
      `    ${xmlElement("id", item.id)}`,
      `    ${xmlElement("title", item.title)}`,
      `    <link rel="alternate" type="text/html" href="${xmlText(item.url)}"/>`,
      `    ${xmlElement("updated", item.updated)}`,
      `    ${xmlElement("published", item.updated)}`,
      `    <category term="${item.change.verdict}"/>`,
      `    <category term="${xmlText(item.change.service.id)}"/>`,
      `    ${xmlElement("summary", item.text)}`,
      `    ${xmlElement("content", item.html, ' type="html"')}`,
      "  </entry>",
    ].join("\n"),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `  ${xmlElement("id", self)}`,
    `  ${xmlElement("title", feed.title)}`,
    `  ${xmlElement("subtitle", feed.description)}`,
    `  <link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${xmlText(feed.homeUrl)}"/>`,
    `  ${xmlElement("updated", newest?.updated ?? "1970-01-01T00:00:00Z")}`,
    `  <author>${xmlElement("name", feed.title)}</author>`,
    ...entries,
    "</feed>",
    "",
  ].join("\n");
}
