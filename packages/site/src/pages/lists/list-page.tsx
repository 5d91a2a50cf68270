import { count } from "@shapelog/diff";
import type { VNode } from "preact";
import { visibleName } from "../../names/visible-name.js";
import { ChangeList } from "../../parts/change-list.js";
import type { Link } from "../../parts/link.js";
import { ListTabs } from "../../parts/list-tabs.js";
import { PageLinks } from "../../parts/page-links.js";
import type { ListView, Periods } from "./list-view.js";

/** Shows one page of a list of changes. */
export function ListPage({
  view,
  link,
  showService,
}: {
  view: ListView;
  link: Link;
  showService: boolean;
}): VNode {
  return (
    <>
      <h1>{visibleName(view.heading)}</h1>
      <p class="lede">{view.intro}</p>
      {showService ? <ListTabs url={view.urls[0] ?? ""} link={link} /> : null}
      {view.periods ? <PeriodList periods={view.periods} link={link} /> : null}
      {view.changes.length === 0 ? <p class="empty">Nothing so far.</p> : null}
      <ChangeList changes={view.changes} link={link} showService={showService} level={2} />
      <PageLinks {...view} link={link} />
    </>
  );
}

function PeriodList({ periods: { title, rows }, link }: { periods: Periods; link: Link }): VNode | null {
  if (rows.length < 2) return null;
  return (
    <nav class="periods" aria-label={title}>
      <ul>
        {rows.map(({ label, url, changes, breaking }) => (
          <li>
            <a href={link(url)}>{label}</a>{" "}
            <span class="more">
              {count(changes, "change")}
              {breaking > 0 ? `, ${breaking.toLocaleString("en-US")} breaking` : ""}
            </span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
