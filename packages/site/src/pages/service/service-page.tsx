import type { VNode } from "preact";
import { DocView } from "../../doc/doc-view.js";
import { visibleName } from "../../names/visible-name.js";
import { ChangeList } from "../../parts/change-list.js";
import type { Link } from "../../parts/link.js";
import { Gone, Since } from "../../parts/marks.js";
import type { NameRow, ServiceView } from "./service-view.js";

/** Shows a service. */
export function ServicePage({ view, link }: { view: ServiceView; link: Link }): VNode {
  const { service, counts } = view;
  return (
    <>
      <p class="eyebrow">Service</p>
      <h1>{visibleName(service.title)}</h1>
      <dl class="status">
        <Count term="Operations" count={counts.operations} />
        <Count term="Types" count={counts.types} />
        <Count term="Recorded revisions" count={counts.revisions} />
        {view.packageName === undefined ? null : (
          <div>
            <dt>Package</dt>
            <dd>
              <code>{visibleName(view.packageName)}</code>
            </dd>
          </div>
        )}
      </dl>
      {view.doc ? <DocView doc={view.doc} class="doc lead-doc" /> : null}
      <section aria-labelledby="operations">
        <h2 id="operations">Operations</h2>
        <NameList rows={view.operations} link={link} />
      </section>
      <section aria-labelledby="changes">
        <h2 id="changes">Latest changes</h2>
        <ChangeList changes={view.changes} link={link} showService={false} />
        <p>
          <a href={link(`/changes/${service.id}/`)}>All changes of {visibleName(service.title)}</a>
        </p>
      </section>
      <section aria-labelledby="types">
        <h2 id="types">Types</h2>
        <TypeList rows={view.types} link={link} />
      </section>
    </>
  );
}

function Count({ term, count }: { term: string; count: number }): VNode {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{count.toLocaleString("en-US")}</dd>
    </div>
  );
}

function NameList({ rows, link }: { rows: readonly NameRow[]; link: Link }): VNode {
  if (rows.length === 0) return <p class="empty">None.</p>;
  return (
    <ul class="name-list">
      {rows.map((row) => (
        <li class={row.span.removed ? "gone" : ""}>
          <a href={link(row.url)}>
            <code>{row.span.removed ? <del>{visibleName(row.name)}</del> : visibleName(row.name)}</code>
          </a>{" "}
          <NameDates row={row} />
          {row.purpose === undefined ? null : <p>{row.purpose}</p>}
        </li>
      ))}
    </ul>
  );
}

/** There can be thousands of types, so each is as few elements as can be. */
function TypeList({ rows, link }: { rows: readonly NameRow[]; link: Link }): VNode {
  if (rows.length === 0) return <p class="empty">None.</p>;
  return (
    <ul class="name-list columns">
      {rows.map((row) => (
        <li>
          <a href={link(row.url)}>
            {row.span.removed ? <del>{visibleName(row.name)}</del> : visibleName(row.name)}
          </a>{" "}
          {row.kind} <NameDates row={row} />
        </li>
      ))}
    </ul>
  );
}

function NameDates({ row }: { row: NameRow }): VNode | null {
  if (row.span.removed) return <Gone spans={[row.span]} />;
  return row.later ? <Since span={row.span} /> : null;
}
