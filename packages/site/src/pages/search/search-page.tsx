import type { ComponentChildren, VNode } from "preact";
import { visibleName } from "../../names/visible-name.js";
import type { Link } from "../../parts/link.js";
import { NameText } from "../../parts/marks.js";
import { PageLinks } from "../../parts/page-links.js";
import { Letters } from "../types/types-page.js";
import type { NamesView, SearchView } from "./search-view.js";

/** Shows the page of searches. The script fills in what was found. */
export function SearchPage({ view, link }: { view: SearchView; link: Link }): VNode {
  return (
    <>
      <h1>Search</h1>
      <form class="search-form" action={link("/search/")} data-search-page>
        <label for="query">Search for</label>
        <input id="query" type="search" name="q" autoComplete="off" maxLength={200} />
        <button type="submit">Search</button>
      </form>
      <p class="found-status" role="status" data-found-status></p>
      <ol class="found" data-found aria-label="What was found"></ol>
      <p>
        <button type="button" data-found-more hidden>
          Show more
        </button>
      </p>
      <section aria-labelledby="ways">
        <h2 id="ways">What can be found</h2>
        <dl class="meanings">
          <Way term="Names">
            Operations, types, fields and values, whole or in part: <code>ListUsers</code>,{" "}
            <code>list-users</code>, <code>list_users</code>, or by the first letters of words,{" "}
            <code>lu</code>.
          </Way>
          <Way term="Paths">
            As they are printed: <code>AuthEvents[].EventResponse</code>.
          </Way>
          <Way term="Services">
            By title, id, endpoint or name in an SDK, alone or before a name: <code>cognito-idp list</code>.
          </Way>
          <Way term="Changes">
            By version, <code>1.27.55</code>, by day, month or year, <code>2022-08-18</code>, or by words of a
            note.
          </Way>
        </dl>
      </section>
      <section aria-labelledby="letters">
        <h2 id="letters">Operations and types from A to Z</h2>
        <Letters letters={view.letters} link={link} label="Operations and types by letter" />
      </section>
    </>
  );
}

function Way({ term, children }: { term: string; children: ComponentChildren }): VNode {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Shows operations and types of all services that begin with a letter. There are many, so each is few elements. */
export function NamesPage({ view, link }: { view: NamesView; link: Link }): VNode {
  const { letter, letters, rows } = view;
  return (
    <>
      <h1>Operations and types: {letter.letter}</h1>
      <Letters letters={letters} link={link} current={letter.letter} label="Operations and types by letter" />
      <ul class="name-list found-names">
        {rows.map(({ name, kind, url, service }) => (
          <li>
            <a class="mono" href={link(url)}>
              <NameText name={name} />
            </a>{" "}
            {kind}, {visibleName(service.title)}
          </li>
        ))}
      </ul>
      <PageLinks {...view} link={link} />
    </>
  );
}
