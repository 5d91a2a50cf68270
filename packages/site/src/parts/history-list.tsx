import { count } from "@shapelog/diff";
import type { VNode } from "preact";
import { Message } from "../doc/doc-view.js";
import { visibleName } from "../names/visible-name.js";
import type { HistoryRow } from "../views/history-row.js";
import type { Link } from "./link.js";
import { Badge } from "./marks.js";

/** Shows the history of an operation or a type, newest first. */
export function HistoryList({ history, link }: { history: readonly HistoryRow[]; link: Link }): VNode {
  return (
    <ol class="changes history">
      {history.map((row) => (
        <li class={`change change-${row.verdict}`}>
          <div class="change-when">
            <a href={link(row.url)}>
              <time dateTime={row.moment.date}>{row.moment.revision}</time>
            </a>
            {row.moment.version === undefined ? null : (
              <span class="version">{visibleName(row.moment.version)}</span>
            )}
          </div>
          <div class="change-what">
            <Badge verdict={row.verdict} word={row.word} />
            {row.lines.length > 0 ? (
              <ul class="history-lines">
                {row.lines.map((line) => (
                  <li>
                    {line.direction ? <span class="direction">{line.direction}</span> : null}{" "}
                    <Message text={line.message} />
                    {line.accepted === undefined ? null : (
                      <span class="more"> {visibleName(line.accepted)}</span>
                    )}
                  </li>
                ))}
                {row.more > 0 ? (
                  <li>
                    <a href={link(row.url)}>{count(row.more, "more change")}</a>
                  </li>
                ) : null}
              </ul>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
