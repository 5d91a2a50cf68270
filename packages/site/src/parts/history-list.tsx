import { count } from "@shapelog/diff";
import type { VNode } from "preact";
import { Message } from "../doc/doc-view.js";
import { visibleName } from "../names/visible-name.js";
import type { HistoryRow } from "../views/history-row.js";
import { shortenLists } from "../views/shorten-lists.js";
import type { Link } from "./link.js";
import { Badge } from "./marks.js";

/** So many rows say what happened; those before them say when, and lead there. */
const MOST_TOLD = 15;
const MOST_ROWS = 150;

/** Shows the history of an operation or a type, newest first: `told` rows in full, or those that a page has room for. */
export function HistoryList({
  history,
  link,
  told = MOST_TOLD,
  whole,
}: {
  history: readonly HistoryRow[];
  link: Link;
  told?: number;
  /** The page that has all of it. */
  whole?: string | undefined;
}): VNode {
  if (history.length <= told + 3) return <Rows history={history} link={link} />;
  const earlier = history.slice(told);
  if (whole !== undefined) {
    return (
      <>
        <Rows history={history.slice(0, told)} link={link} />
        <p>
          <a href={link(whole)}>{count(earlier.length, "earlier change")}</a>
        </p>
      </>
    );
  }
  const more = earlier.length - MOST_ROWS;
  return (
    <>
      <Rows history={history.slice(0, told)} link={link} />
      <details class="earlier">
        <summary>{count(earlier.length, "earlier change")}</summary>
        <ul class="names">
          {earlier.slice(0, MOST_ROWS).map((row) => (
            <li>
              <a href={link(row.lines[0]?.url ?? row.url)}>{row.moment.revision}</a> {row.word}
            </li>
          ))}
          {more > 0 ? <li>and {more.toLocaleString("en-US")} before these</li> : null}
        </ul>
      </details>
    </>
  );
}

function Rows({ history, link }: { history: readonly HistoryRow[]; link: Link }): VNode {
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
                    <Message text={shortenLists(line.message)} />{" "}
                    <a
                      class="permalink"
                      href={link(line.url)}
                      aria-label={`What to do, ${row.moment.revision}`}
                    >
                      →
                    </a>
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
