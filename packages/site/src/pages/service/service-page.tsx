import type { VNode } from "preact";
import { docText } from "../../doc/diff-docs.js";
import { DocView } from "../../doc/doc-view.js";
import { anchorText } from "../../names/anchor.js";
import { visibleName } from "../../names/visible-name.js";
import { ChangeList } from "../../parts/change-list.js";
import type { Link } from "../../parts/link.js";
import { NameFilter, OperationList, TypeList } from "../../parts/name-lists.js";
import { compareUrl } from "../compare/compare-view.js";
import { Letters } from "../types/types-page.js";
import type { NameGroup, ServiceView } from "./service-view.js";

/** Shows a service: what it is, how it stands, what changed last, and then all there is. */
export function ServicePage({ view, link }: { view: ServiceView; link: Link }): VNode {
  const { service } = view;
  return (
    <>
      <p class="eyebrow">Service</p>
      <h1>{visibleName(service.title)}</h1>
      <ServiceDoc view={view} />
      <Status view={view} link={link} />
      <section aria-labelledby="changes">
        <h2 id="changes">Latest changes</h2>
        <ChangeList changes={view.changes} link={link} showService={false} />
        <p>
          <a href={link(`/changes/${service.id}/`)}>All changes of {visibleName(service.title)}</a>
          {" · "}
          <a href={link(compareUrl(service))}>Compare two revisions</a>
        </p>
      </section>
      <section aria-labelledby="operations">
        <h2 id="operations">Operations</h2>
        <Operations groups={view.groups} link={link} />
      </section>
      <section aria-labelledby="types">
        <h2 id="types">Types</h2>
        {view.types.length > 0 ? (
          <TypeList rows={view.types} link={link} />
        ) : (
          <>
            <p>
              <a href={link(view.typesUrl)}>All {view.counts.types.toLocaleString("en-US")} types, A to Z</a>
            </p>
            <Letters letters={view.letters} link={link} />
          </>
        )}
      </section>
    </>
  );
}

/** The first paragraph says what it is; what follows is folded, so that what changed is in sight. */
function ServiceDoc({ view: { doc, service } }: { view: ServiceView }): VNode | null {
  if (!doc) return null;
  // Some texts begin with the name of the service, which stands above.
  const isTitle = service.title.includes(docText({ ...doc, blocks: doc.blocks.slice(0, 1) }));
  const start = isTitle ? 1 : 0;
  const rest = doc.blocks.slice(start + 1);
  return (
    <>
      <DocView doc={{ ...doc, blocks: doc.blocks.slice(start, start + 1) }} class="doc lead-doc" />
      {rest.length > 0 ? (
        <details class="about">
          <summary>More about it</summary>
          <DocView doc={{ ...doc, blocks: rest }} />
        </details>
      ) : null}
    </>
  );
}

function Status({ view: { counts, packageName, typesUrl }, link }: { view: ServiceView; link: Link }): VNode {
  return (
    <dl class="status">
      <div>
        <dt>Operations</dt>
        <dd>
          <a href="#operations">{counts.operations.toLocaleString("en-US")}</a>
        </dd>
      </div>
      <div>
        <dt>Types</dt>
        <dd>
          <a href={link(typesUrl)}>{counts.types.toLocaleString("en-US")}</a>
        </dd>
      </div>
      <div>
        <dt>Recorded revisions</dt>
        <dd>{counts.revisions.toLocaleString("en-US")}</dd>
      </div>
      {packageName === undefined ? null : (
        <div>
          <dt>Package</dt>
          <dd>
            <code>{visibleName(packageName)}</code>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Services of more operations are read by their groups. */
const MOST_UNFOLDED = 150;

function Operations({ groups, link }: { groups: readonly NameGroup[]; link: Link }): VNode {
  const [first] = groups;
  if (!first || (groups.length === 1 && first.rows.length === 0)) return <p class="empty">None.</p>;
  if (groups.length === 1 && first.name === "") return <OperationList rows={first.rows} link={link} />;
  const folds = groups.reduce((sum, { rows }) => sum + rows.length, 0) > MOST_UNFOLDED;
  return (
    <>
      <NameFilter label="Filter operations" folds={folds} />
      {groups.map((group) => (
        <OperationGroup group={group} link={link} folds={folds} />
      ))}
    </>
  );
}

function OperationGroup({ group, link, folds }: { group: NameGroup; link: Link; folds: boolean }): VNode {
  const heading = (
    <h3>
      {visibleName(group.name)} <span class="more">{group.rows.length}</span>
    </h3>
  );
  const list = <OperationList rows={group.rows} link={link} />;
  return (
    <section class="operation-group" id={groupAnchor(group.name)} data-group>
      {folds ? (
        <details>
          <summary>{heading}</summary>
          {list}
        </details>
      ) : (
        <>
          {heading}
          {list}
        </>
      )}
    </section>
  );
}

/** Returns the anchor of a group of operations on its service's page. */
export function groupAnchor(name: string): string {
  return `about-${anchorText(name)}`;
}
