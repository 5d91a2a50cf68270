import type { VNode } from "preact";
import { visibleName } from "../names/visible-name.js";
import type { NameRow } from "../pages/service/service-view.js";
import type { Link } from "./link.js";

/** Shows operations with what they do. */
export function OperationList({ rows, link }: { rows: readonly NameRow[]; link: Link }): VNode {
  return (
    <ul class="name-list">
      {rows.map((row) => (
        <li {...(row.span.removed ? { class: "gone" } : {})}>
          <a class="mono" href={link(row.url)}>
            {row.span.removed ? <del>{visibleName(row.name)}</del> : visibleName(row.name)}
          </a>{" "}
          <NameDates row={row} />
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
export function NameFilter({
  label,
  folds = false,
  of = "names",
}: {
  label: string;
  folds?: boolean;
  /** What it narrows down: lists of names, or the rows of services. */
  of?: "names" | "services";
}): VNode {
  return (
    <div class="entry-tools" data-entry-tools hidden>
      <label>
        {label} <input type="search" data-filter={of} placeholder="Part of a name" />
      </label>
      {folds ? (
        <button type="button" data-fold aria-expanded="false">
          Expand all
        </button>
      ) : null}
      <p class="more" role="status" data-filter-status></p>
    </div>
  );
}

/** Lists are long, so dates are bare; the page of each name has them with their changes. */
function NameDates({ row: { span, later } }: { row: NameRow }): VNode | null {
  if (span.removed) return <span class="gone-note">− removed {span.removed.date}</span>;
  return later && span.since ? <span class="since">since {span.since.date}</span> : null;
}
