import type { VNode } from "preact";
import { LeadDoc } from "../../doc/doc-view.js";
import { HistoryList } from "../../parts/history-list.js";
import type { Link } from "../../parts/link.js";
import { Code, NameText } from "../../parts/marks.js";
import { ConstraintList, Deprecation } from "../../parts/node-facts.js";
import { TreeList, type TreeSetting } from "../../parts/tree-list.js";
import { MOST_UNGROUPED, ValueGroups, ValueList } from "../../parts/value-list.js";
import { ValuesPicture } from "../../pictures/pictures.js";
import type { ServiceRecord } from "../../record/service-record.js";
import type { Ref } from "../../views/service-ref.js";
import { StatusStrip, Tombstone } from "../operation/operation-page.js";
import { capitalize } from "./kind-word.js";
import type { TypeView } from "./type-view.js";

/** Shows a type. */
export function TypePage({
  view,
  record,
  link,
}: {
  view: TypeView;
  record: ServiceRecord;
  link: Link;
}): VNode {
  const { stretches, at } = view.record;
  const { spans } = view;
  const setting: TreeSetting = { record, at, born: stretches.at(-1)?.from ?? 0, link, direction: "type" };
  return (
    <>
      <p class="eyebrow">{capitalize(view.shapeKind)}</p>
      <h1 class="mono">
        {view.removed ? (
          <del>
            <NameText name={view.name} />
          </del>
        ) : (
          <NameText name={view.name} />
        )}
      </h1>
      <StatusStrip spans={spans} history={view.history} link={link} />
      {view.removed ? <Tombstone what="type" span={spans.at(-1)} /> : null}
      {view.deprecated ? <Deprecation {...view.deprecated} /> : null}
      {view.doc ? <LeadDoc doc={view.doc} /> : null}
      <ConstraintList
        constraints={view.constraints}
        subjects={[{ shape: view.record.id, member: "" }]}
        record={record}
        link={link}
      />
      {view.values.length > 0 ? (
        <section aria-labelledby="values">
          <h2 id="values">Values</h2>
          {view.values.length > MOST_UNGROUPED ? (
            <ValueGroups values={view.values} shape={view.record.id} {...setting} />
          ) : (
            <ValueList values={view.values} shape={view.record.id} {...setting} />
          )}
          {view.moreValues > 0 ? (
            <p class="more">And {view.moreValues.toLocaleString("en-US")} more.</p>
          ) : null}
          {view.picture ? <ValuesPicture view={view.picture} /> : null}
        </section>
      ) : null}
      {view.members.length > 0 ? (
        <section aria-labelledby="members">
          <h2 id="members">{view.shapeKind === "union" ? "Alternatives" : "Fields"}</h2>
          <TreeList nodes={view.members} {...setting} />
        </section>
      ) : null}
      {view.removed ? null : <UsedBy view={view} link={link} />}
      <section aria-labelledby="history">
        <h2 id="history">History</h2>
        <HistoryList history={view.history} link={link} />
      </section>
    </>
  );
}

function UsedBy({ view, link }: { view: TypeView; link: Link }): VNode {
  return (
    <section aria-labelledby="used-by">
      <h2 id="used-by">Used by</h2>
      {view.uses.length === 0 && view.operations.length === 0 ? (
        <p class="empty">Nothing in the model.</p>
      ) : null}
      <ul class="uses">
        {view.uses.map(({ container, member, directions }) => (
          <li>
            <RefCode item={container} link={link} />
            {" . "}
            <Code value={member} />{" "}
            {directions.map((direction) => (
              <span class="direction">{direction}</span>
            ))}
          </li>
        ))}
        {view.moreUses > 0 ? <li>and {view.moreUses} more members</li> : null}
      </ul>
      {view.operations.length > 0 ? <h3>Operations that reach it</h3> : null}
      <ul class="uses">
        {view.operations.map(({ operation, directions }) => (
          <li>
            <RefCode item={operation} link={link} />{" "}
            {directions.map((direction) => (
              <span class="direction">{direction}</span>
            ))}
          </li>
        ))}
        {view.moreOperations > 0 ? (
          <li>
            and {view.atLeast ? "at least " : ""}
            {view.moreOperations} more operations
          </li>
        ) : null}
      </ul>
    </section>
  );
}

/** Shows a name as code, linked where it has a page. */
export function RefCode({ item, link }: { item: Ref; link: Link }): VNode {
  if (item.url === undefined) return <Code value={item.name} />;
  return (
    <a href={link(item.url)}>
      <Code value={item.name} />
    </a>
  );
}
