import { findingAnchor, VERDICT_WORDS } from "@shapelog/diff";
import { renderToString } from "preact-render-to-string";
import { Message } from "../doc/doc-view.js";
import { inlineText } from "../doc/inline-text.js";
import { readMessage } from "../doc/read-message.js";
import { visibleName } from "../names/visible-name.js";
import type { ChangeView } from "../pages/change/change-view.js";
import { absoluteLink } from "../parts/link.js";
import { countsText } from "../views/change-summary.js";
import type { FeedFinding, FeedItem } from "./feed.js";
import { FeedBody, MOST_ENTRIES } from "./feed-body.js";

/** Returns a change as a feed's item: what it asks for, with absolute addresses. */
export function createFeedItem(view: ChangeView, baseUrl: string): FeedItem {
  const { summary } = view;
  const { service, moment } = summary;
  const toBase = absoluteLink(baseUrl);
  const url = toBase(summary.url);
  const link = (target: string) => (target.startsWith("#") ? `${url}${target}` : toBase(target));
  const word = summary.baseline ? "First record" : VERDICT_WORDS[summary.verdict];
  const text = visibleName(inlineText(readMessage(summary.headline)));
  return {
    change: summary,
    id: `tag:${new URL(baseUrl).hostname},${moment.date}:changes/${service.id}/${moment.revision}`,
    title: `${word}: ${visibleName(service.title)}, ${moment.revision}`,
    url,
    updated: `${moment.date}T00:00:00Z`,
    html: renderToString(<FeedBody view={view} link={link} url={url} />),
    short: renderToString(
      <p>
        <Message text={summary.headline} /> <a href={url}>{countsText(summary)}</a>
      </p>,
    ),
    text,
    findings: view.entries.slice(0, MOST_ENTRIES).flatMap((entry) =>
      entry.findings.map(({ id, verdict, accepted }): FeedFinding => {
        return { id, url: `${url}#${findingAnchor(id)}`, verdict, ...(accepted ? { accepted: true } : {}) };
      }),
    ),
  };
}
