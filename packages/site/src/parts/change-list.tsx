import { count } from "@shapelog/diff";
import type { VNode } from "preact";
import { Message } from "../doc/doc-view.js";
import { visibleName } from "../names/visible-name.js";
import { type ChangeSummary, countsText } from "../views/change-summary.js";
import type { Link } from "./link.js";
import { Badge } from "./marks.js";

/** Shows changes as a ledger: date, verdict, what happened; newest first unless the list says otherwise. */
export function ChangeList({
  changes,
  link,
  showService = true,
  level = 3,
}: {
  changes: readonly ChangeSummary[];
  link: Link;
  showService?: boolean;
  level?: 2 | 3;
}): VNode {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <ol class="changes">
      {changes.map((change) => (
        <li class={`change change-${change.verdict}`}>
          <div class="change-when">
            <time dateTime={change.moment.date}>{change.moment.date}</time>
            {change.moment.version === undefined ? null : (
              <span class="version">{visibleName(change.moment.version)}</span>
            )}
          </div>
          <div class="change-what">
            <p class="change-head">
              <Badge verdict={change.verdict} {...(change.baseline ? { word: "First record" } : {})} />
              {showService ? <span>{visibleName(change.service.title)}</span> : null}
            </p>
            <Heading class="change-title">
              <a href={link(change.url)}>
                <Message text={change.headline} />
              </a>
              {change.more > 0 ? <span class="more"> And {change.more} more.</span> : null}
            </Heading>
            <p class="change-counts">
              {change.baseline
                ? count(change.operations, "operation")
                : `${count(change.operations, "operation")}: ${countsText(change)}`}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
