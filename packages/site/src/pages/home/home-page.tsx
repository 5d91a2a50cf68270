import type { VNode } from "preact";
import { visibleName } from "../../names/visible-name.js";
import { ChangeList } from "../../parts/change-list.js";
import type { Link } from "../../parts/link.js";
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
      <p>
        <a href={link("/changes/")}>All changes</a>
      </p>
      <section aria-labelledby="services">
        <h2 id="services">Services</h2>
        <ServiceTable services={view.services} link={link} />
      </section>
    </>
  );
}
