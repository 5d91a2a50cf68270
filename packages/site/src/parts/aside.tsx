import type { VNode } from "preact";
import type { Page } from "../pages/page.js";
import type { ServiceRecord, ShapeRecord } from "../record/service-record.js";
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
    const parts = ["sample", "request", "response", "errors", "history"].filter(
      (part) => part !== "sample" || view.sample !== undefined,
    );
    return (
      <Neighbours
        parts={parts}
        title="Operations"
        shapes={record.operations}
        page={page}
        record={record}
        link={link}
      />
    );
  }
  if (view.kind !== "type") return null;
  const parts = [
    ...(view.values.length > 0 ? ["values"] : []),
    ...(view.members.length > 0 ? ["members"] : []),
    ...(view.removed ? [] : ["used-by"]),
    "history",
  ];
  return (
    <Neighbours parts={parts} title="Types" shapes={record.types} page={page} record={record} link={link} />
  );
}

interface NeighboursProps {
  readonly parts: readonly string[];
  readonly title: string;
  readonly shapes: readonly ShapeRecord[];
  readonly page: Page;
  readonly record: ServiceRecord;
  readonly link: Link;
}

const PART_TITLES: Readonly<Record<string, string>> = { members: "Fields", "used-by": "Used by" };

function Neighbours({ parts, title, shapes, page, record, link }: NeighboursProps): VNode {
  const index = indexOfPage(shapes, page.url);
  const start = Math.max(0, Math.min(index - AROUND, shapes.length - 2 * AROUND - 1));
  const around = shapes.slice(start, start + 2 * AROUND + 1);
  return (
    <>
      <nav aria-label="On this page">
        <p class="aside-title">On this page</p>
        <ul>
          {parts.map((part) => (
            <li>
              <a href={`#${part}`}>
                {PART_TITLES[part] ?? `${part.charAt(0).toUpperCase()}${part.slice(1)}`}
              </a>
            </li>
          ))}
        </ul>
      </nav>
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
        {around.length < shapes.length ? (
          <p>
            <a href={link(`${record.url}#${title.toLowerCase()}`)}>All {shapes.length}</a>
          </p>
        ) : null}
      </nav>
    </>
  );
}

/** The place of each page among the shapes of a service: every page asks for its own. */
const INDEXES = new WeakMap<readonly ShapeRecord[], ReadonlyMap<string, number>>();

function indexOfPage(shapes: readonly ShapeRecord[], url: string): number {
  const known = INDEXES.get(shapes) ?? new Map(shapes.map((shape, index) => [shape.url, index]));
  INDEXES.set(shapes, known);
  return known.get(url) ?? -1;
}
