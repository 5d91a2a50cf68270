import type { VNode } from "preact";
import { visibleName } from "../../names/visible-name.js";
import { ChangeList } from "../../parts/change-list.js";
import type { Link } from "../../parts/link.js";
import { ListLinks } from "../../parts/list-tabs.js";
import { ServiceTable } from "../service/services-page.js";
import type { HomeView } from "./home-view.js";

/** Shows the home page. */
export function HomePage({ view, link }: { view: HomeView; link: Link }): VNode {
  return (
    <>
      <div class="hero">
        <h1>{visibleName(view.title)}</h1>
        <p class="lede">
          What each API is, what it was, and what every change means for code that calls it. Nothing that was
          removed is left out.
        </p>
      </div>
      {view.urgent.length > 0 ? (
        <section aria-labelledby="urgent">
          <h2 id="urgent">Changes to look at</h2>
          <ChangeList changes={view.urgent} link={link} />
        </section>
      ) : null}
      {view.others.length > 0 ? (
        <section aria-labelledby="others">
          <h2 id="others">Other changes</h2>
          <ChangeList changes={view.others} link={link} />
        </section>
      ) : null}
      <ListLinks link={link} />
      <section aria-labelledby="services">
        <h2 id="services">Services</h2>
        {view.names.length > 0 ? (
          <ServiceNames view={view} link={link} />
        ) : (
          <ServiceTable services={view.services} link={link} />
        )}
      </section>
    </>
  );
}

function ServiceNames({ view: { names, total }, link }: { view: HomeView; link: Link }): VNode {
  return (
    <>
      <p>
        <a href={link("/services/")}>All {total.toLocaleString("en-US")} services with their last changes</a>
      </p>
      <ul class="names service-names">
        {names.map(({ title, url }) => (
          <li>
            <a href={link(url)}>{visibleName(title)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
