import { count } from "@shapelog/diff";
import type { VNode } from "preact";
import { Message } from "../../doc/doc-view.js";
import { visibleName } from "../../names/visible-name.js";
import type { Link } from "../../parts/link.js";
import { Badge, Code, joinNodes, PathText } from "../../parts/marks.js";
import type { Ref } from "../../views/service-ref.js";
import { shortenLists } from "../../views/shorten-lists.js";
import type { ComparedGroup, ComparedRow } from "./compare-year-view.js";

/** What a group of rows is called that belong to no single operation. */
export const SHARED = "Several operations, or the service";

/** Shows what differs between two revisions, by operation. */
export function ComparedGroups({ groups, link }: { groups: readonly ComparedGroup[]; link: Link }): VNode {
  return (
    <>
      {groups.map(({ operation, rows }) => (
        <section class="compared">
          <h3>{operation ? <RefLink item={operation} link={link} /> : SHARED}</h3>
          <ul class="changes history">
            {rows.map((row) => (
              <Row row={row} link={link} isAlone={operation !== undefined} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Row({ row, link, isAlone }: { row: ComparedRow; link: Link; isAlone: boolean }): VNode {
  const { operations, moreOperations } = row;
  const place = isAlone ? operations[0]?.url : undefined;
  return (
    <li class={`change change-${row.verdict}`}>
      <div class="change-when">
        {row.changes.map(({ name, url = "/" }) => (
          <a href={link(url)}>{visibleName(name)}</a>
        ))}
      </div>
      <div class="change-what">
        <p class="change-head">
          <Badge verdict={row.verdict} />
          {row.direction ? <span class="direction">{row.direction}</span> : null}
          {place === undefined ? (
            <PathText path={row.name} />
          ) : (
            <a href={link(place)}>
              <PathText path={row.name} />
            </a>
          )}
        </p>
        <Values row={row} />
        {row.messages.map((message) => (
          <p class="change-title">
            <Message text={shortenLists(message)} />
          </p>
        ))}
        {isAlone || operations.length === 0 ? null : (
          <p class="change-counts">
            {joinNodes(
              operations.map((item) => <RefLink item={item} link={link} />),
              ", ",
            )}
            {moreOperations > 0 ? ` and ${count(moreOperations, "more operation")}` : ""}
          </p>
        )}
      </div>
    </li>
  );
}

function Values({ row: { removed, added } }: { row: ComparedRow }): VNode | null {
  if (removed.length + added.length === 0) return null;
  const list = (values: readonly (string | number)[]) => values.slice(0, MOST_VALUES);
  const more = removed.length + added.length - list(removed).length - list(added).length;
  return (
    <p class="change-values">
      {joinNodes([
        ...list(removed).map((value) => (
          <span class="change-value">
            <span class="sign">−</span>{" "}
            <del>
              <Code value={value} />
            </del>
          </span>
        )),
        ...list(added).map((value) => (
          <span class="change-value">
            <span class="sign">+</span>{" "}
            <ins>
              <Code value={value} />
            </ins>
          </span>
        )),
      ])}
      {more > 0 ? ` and ${more.toLocaleString("en-US")} more` : ""}
    </p>
  );
}

const MOST_VALUES = 12;

function RefLink({ item, link }: { item: Ref; link: Link }): VNode {
  return item.url === undefined ? (
    <Code value={item.name} />
  ) : (
    <a href={link(item.url)}>
      <Code value={item.name} />
    </a>
  );
}
