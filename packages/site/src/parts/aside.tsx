import type { VNode } from "preact";
import type { ChangeView } from "../pages/change/change-view.js";
import type { Page } from "../pages/page.js";
import { groupAnchor } from "../pages/service/service-page.js";
import type { ServiceView } from "../pages/service/service-view.js";
import { typesUrl } from "../pages/types/letters.js";
import { findGroup } from "../record/operation-groups.js";
import type { ServiceRecord, ShapeRecord } from "../record/service-record.js";
import { groupEntries } from "../views/group-entries.js";
import type { Link } from "./link.js";
import { NameText } from "./marks.js";

const AROUND = 10;

/** Shows what is beside an operation or a type: the page's parts, and its neighbours by name. */
export function Aside({
  page,
  record,
  link,
}: {
  page: Page;
  record: ServiceRecord;
  link: Link;
}): VNode | null {
  const { view } = page;
  if (view.kind === "operation") {
    const parts = ["examples", "request", "response", "errors", "history"].filter(
      (part) => part !== "examples" || view.examples.length > 0,
    );
    return (
      <Neighbours
        parts={parts}
        title="Operations"
        shapes={neighboursOf(record, view.record)}
        all={{ count: record.operations.length, url: `${record.url}#operations` }}
        page={page}
        record={record}
        link={link}
      />
    );
  }
  if (view.kind === "service") return <ServiceAside view={view} />;
  if (view.kind === "change") return <ChangeAside view={view} link={link} />;
  if (view.kind !== "type") return null;
  const parts = [
    ...(view.values.length > 0 ? ["values"] : []),
    ...(view.members.length > 0 ? ["members"] : []),
    ...(view.removed ? [] : ["used-by"]),
    "history",
  ];
  return (
    <Neighbours
      parts={parts}
      title="Types"
      shapes={record.types}
      all={{ count: record.types.length, url: typesUrl(record) }}
      page={page}
      record={record}
      link={link}
    />
  );
}

/** What stands on a page by itself, with the anchors of its parts. */
interface Part {
  readonly id: string;
  readonly label: string;
}

function PartList({ parts, title }: { parts: readonly Part[]; title: string }): VNode {
  return (
    <nav aria-label={title}>
      <p class="aside-title">{title}</p>
      <ul>
        {parts.map(({ id, label }) => (
          <li>
            <a href={`#${id}`}>
              <NameText name={label} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const MOST_PARTS = 60;

function ServiceAside({ view }: { view: ServiceView }): VNode {
  const groups = view.groups
    .filter(({ name }) => name !== "")
    .map(({ name, rows }) => ({ id: groupAnchor(name), label: name, size: rows.length }));
  // Of very many, the largest are a way in; the filter finds the others.
  const least = groups.map(({ size }) => size).sort((a, b) => b - a)[MOST_PARTS - 1] ?? 0;
  const shown = groups.filter(({ size }) => size >= least).slice(0, MOST_PARTS);
  return (
    <>
      <PartList
        title="On this page"
        parts={["changes", "operations", "types"].map((id) => ({ id, label: partTitle(id) }))}
      />
      {shown.length > 0 ? <PartList title="Operations about" parts={shown} /> : null}
    </>
  );
}

const MOST_ENTRIES = 30;

function ChangeAside({ view, link }: { view: ChangeView; link: Link }): VNode {
  const groups = groupEntries(view.entries);
  const parts = [
    ...(groups.length > 1 ? ["glance"] : []),
    ...(groups.length > 0 ? ["details"] : []),
    ...(view.brief.length > 0 ? ["brief"] : []),
    ...(view.notices.length > 0 ? ["notices"] : []),
    ...(view.recorded.length > 0 ? ["recorded"] : []),
  ].map((id) => ({ id, label: partTitle(id) }));
  const { newer, older, summary } = view;
  return (
    <>
      {parts.length > 0 ? <PartList title="On this page" parts={parts} /> : null}
      {groups.length > 1 ? (
        <PartList
          title="Entries"
          parts={groups.slice(0, MOST_ENTRIES).map(({ id, name }) => ({ id, label: name }))}
        />
      ) : null}
      <nav aria-label="Other changes">
        <p class="aside-title">Other changes</p>
        <ul>
          {newer?.url === undefined ? null : (
            <li>
              <a href={link(newer.url)}>Newer: {newer.name}</a>
            </li>
          )}
          {older?.url === undefined ? null : (
            <li>
              <a href={link(older.url)}>Older: {older.name}</a>
            </li>
          )}
          <li>
            <a href={link(`/changes/${summary.service.id}/`)}>All of the service</a>
          </li>
        </ul>
      </nav>
    </>
  );
}

function partTitle(part: string): string {
  return PART_TITLES[part] ?? `${part.charAt(0).toUpperCase()}${part.slice(1)}`;
}

interface NeighboursProps {
  readonly parts: readonly string[];
  readonly title: string;
  readonly shapes: readonly ShapeRecord[];
  readonly all: { readonly count: number; readonly url: string };
  readonly page: Page;
  readonly record: ServiceRecord;
  readonly link: Link;
}

const PART_TITLES: Readonly<Record<string, string>> = {
  members: "Fields",
  "used-by": "Used by",
  changes: "Latest changes",
  glance: "At a glance",
  details: "What to do",
  brief: "In short",
  notices: "Also recorded",
  recorded: "Operations at the start",
};

function Neighbours({ parts, title, shapes, all, page, record, link }: NeighboursProps): VNode {
  const index = indexOfPage(shapes, page.url);
  const start = Math.max(0, Math.min(index - AROUND, shapes.length - 2 * AROUND - 1));
  const around = shapes.slice(start, start + 2 * AROUND + 1);
  return (
    <>
      <PartList title="On this page" parts={parts.map((id) => ({ id, label: partTitle(id) }))} />
      <nav aria-label={title}>
        <p class="aside-title">{title}</p>
        <ul>
          {around.map(({ name, url, at }) => (
            <li>
              <a href={link(url)} {...(url === page.url ? { "aria-current": "page" as const } : {})}>
                {at < record.timeline.now ? (
                  <del>
                    <NameText name={name} />
                  </del>
                ) : (
                  <NameText name={name} />
                )}
              </a>
            </li>
          ))}
        </ul>
        {around.length < all.count ? (
          <p>
            <a href={link(all.url)}>All {all.count.toLocaleString("en-US")}</a>
          </p>
        ) : null}
      </nav>
    </>
  );
}

/** Operations about the same thing are neighbours, where there are enough of them. */
function neighboursOf(record: ServiceRecord, { id }: ShapeRecord): readonly ShapeRecord[] {
  const group = findGroup(record, id);
  return group && group.operations.length > 3 ? group.operations : record.operations;
}

/** The place of each page among the shapes of a service: every page asks for its own. */
const INDEXES = new WeakMap<readonly ShapeRecord[], ReadonlyMap<string, number>>();

function indexOfPage(shapes: readonly ShapeRecord[], url: string): number {
  const known = INDEXES.get(shapes) ?? new Map(shapes.map((shape, index) => [shape.url, index]));
  INDEXES.set(shapes, known);
  return known.get(url) ?? -1;
}
