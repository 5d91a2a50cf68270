import type { VNode } from "preact";
import { visibleName } from "../names/visible-name.js";
import type { NameRow } from "../pages/service/service-view.js";
import type { Link } from "./link.js";
import { Gone, Since } from "./marks.js";

/** Shows operations with what they do. */
export function OperationList({ rows, link }: { rows: readonly NameRow[]; link: Link }): VNode {
  return (
    <ul class="name-list">
      {rows.map((row) => (
        <li {...(row.span.removed ? { class: "gone" } : {})}>
          <a class="mono" href={link(row.url)}>
            {row.span.removed ? <del>{visibleName(row.name)}</del> : visibleName(row.name)}
          </a>{" "}
          <NameDates row={row} link={link} />
          {row.purpose === undefined ? null : <p>{row.purpose}</p>}
        </li>
      ))}
    </ul>
  );
}

/** Shows types. There can be thousands, so each is as few elements as can be. */
export function TypeList({ rows, link }: { rows: readonly NameRow[]; link: Link }): VNode {
  if (rows.length === 0) return <p class="empty">None.</p>;
  return (
    <ul class="name-list columns">
      {rows.map((row) => (
        <li>
          <a href={link(row.url)}>
            {row.span.removed ? <del>{visibleName(row.name)}</del> : visibleName(row.name)}
          </a>{" "}
          {row.kind}
          {row.span.removed ? ", removed" : ""}
        </li>
      ))}
    </ul>
  );
}

/** Shows what narrows lists of names down; the script makes it work. */
export function NameFilter({ label }: { label: string }): VNode {
  return (
    <div class="entry-tools" data-entry-tools hidden>
      <label>
        {label} <input type="search" data-filter="name" placeholder="Part of a name" />
      </label>
      <p class="more" role="status" data-filter-status></p>
    </div>
  );
}

function NameDates({ row, link }: { row: NameRow; link: Link }): VNode | null {
  if (row.span.removed) return <Gone spans={[row.span]} link={link} />;
  return row.later ? <Since span={row.span} link={link} /> : null;
}
