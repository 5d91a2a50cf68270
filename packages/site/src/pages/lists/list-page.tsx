import type { VNode } from "preact";
import { visibleName } from "../../names/visible-name.js";
import { ChangeList, Pagination } from "../../parts/change-list.js";
import type { Link } from "../../parts/link.js";
import type { ListView } from "./list-view.js";

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
      {view.changes.length === 0 ? <p class="empty">Nothing so far.</p> : null}
      <ChangeList changes={view.changes} link={link} showService={showService} level={2} />
      <Pagination
        page={view.page}
        pages={view.pages}
        urlOf={(page) => view.urls[page - 1] ?? "/"}
        link={link}
      />
    </>
  );
}
