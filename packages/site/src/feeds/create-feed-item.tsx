import { findingAnchor, VERDICT_WORDS } from "@shapelog/diff";
import { renderToString } from "preact-render-to-string";
import { inlineText } from "../doc/inline-text.js";
import { readMessage } from "../doc/read-message.js";
import { visibleName } from "../names/visible-name.js";
import { ChangeBody } from "../pages/change/change-page.js";
import type { ChangeView } from "../pages/change/change-view.js";
import { absoluteLink } from "../parts/link.js";

import type { FeedFinding, FeedItem } from "./feed.js";

/** Returns a change as a feed's item: its whole page, with absolute addresses. */
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
    html: renderToString(<ChangeBody view={view} link={link} />).replaceAll('href="#', `href="${url}#`),
    text,
    findings: view.entries.flatMap((entry) =>
      entry.findings.map(({ id, verdict, accepted }): FeedFinding => {
        return { id, url: `${url}#${findingAnchor(id)}`, verdict, ...(accepted ? { accepted: true } : {}) };
      }),
    ),
  };
}
