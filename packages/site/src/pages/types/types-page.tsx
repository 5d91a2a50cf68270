import { count } from "@shapelog/diff";
import type { VNode } from "preact";
import { visibleName } from "../../names/visible-name.js";
import type { Link } from "../../parts/link.js";
import { NameFilter, TypeList } from "../../parts/name-lists.js";
import type { Letter } from "./letters.js";
import type { TypesView } from "./types-view.js";

/** Shows a service's types from A to Z. */
export function TypesPage({ view, link }: { view: TypesView; link: Link }): VNode {
  const { service, letter, letters, total, groups, more } = view;
  const [first] = groups;
  return (
    <>
      <p class="eyebrow">{visibleName(service.title)}</p>
      <h1>{letter === undefined ? "Types" : `Types: ${letter}`}</h1>
      <p class="lede">
        {count(total, "structure, union or enum", "structures, unions and enums")}
        {letter === undefined || !first
          ? ""
          : `; ${(first.rows.length + more).toLocaleString("en-US")} begin with ${letter}`}
        .
      </p>
      <Letters letters={letters} link={link} current={letter} />
      {groups.length > 0 ? <NameFilter label="Filter types" /> : null}
      {groups.map(({ letter: own, rows }) => (
        <section aria-labelledby={`letter-${own}`} data-group>
          <h2 id={`letter-${own}`}>{own}</h2>
          <TypeList rows={rows} link={link} />
        </section>
      ))}
      {more > 0 ? <p class="more">And {more.toLocaleString("en-US")} more.</p> : null}
    </>
  );
}

/** Shows the letters that types begin with, with how many. */
export function Letters({
  letters,
  link,
  current,
  label = "Types by letter",
}: {
  letters: readonly Letter[];
  link: Link;
  current?: string | undefined;
  label?: string;
}): VNode | null {
  if (letters.length === 0) return null;
  return (
    <nav class="letters" aria-label={label}>
      <ul>
        {letters.map(({ letter, count: number, url }) => (
          <li>
            <a href={link(url)} {...(letter === current ? { "aria-current": "page" as const } : {})}>
              {letter} <span class="more">{number.toLocaleString("en-US")}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
