import type { VNode } from "preact";
import { visibleName } from "../../names/visible-name.js";
import type { Link } from "../../parts/link.js";
import { ListTabs } from "../../parts/list-tabs.js";
import { NameFilter } from "../../parts/name-lists.js";
import { PageLinks } from "../../parts/page-links.js";
import type { MineView } from "./mine-view.js";

/** So many services are seen without a filter. */
const FEW = 12;

/** Shows services to choose from, with their lists and feeds; the script keeps the choice and shows its changes. */
export function MinePage({ view, link, hasFeeds }: { view: MineView; link: Link; hasFeeds: boolean }): VNode {
  return (
    <>
      <h1>Mine</h1>
      <p class="lede">
        The changes of the services and operations that you use. What you choose stays in this browser.
      </p>
      <ListTabs url={view.urls[0] ?? ""} link={link} />
      <p data-mine-without>
        Choosing needs JavaScript. Below, each service leads to its list of changes and its feeds.
      </p>
      <div data-mine data-root={link("/")} {...(hasFeeds ? { "data-feeds": "" } : {})} hidden>
        <section aria-labelledby="chosen">
          <h2 id="chosen">Chosen</h2>
          <p class="empty" data-mine-empty>
            Nothing yet. Choose services below.
          </p>
          <ul class="chosen" data-mine-chosen></ul>
        </section>
        <section aria-labelledby="mine-changes">
          <h2 id="mine-changes">Their changes</h2>
          <label class="mine-only">
            <input type="checkbox" data-mine-only /> Only those that break or ask to be checked
          </label>
          <p class="more" role="status" data-mine-status></p>
          <ol class="changes" data-mine-changes></ol>
          <p>
            <button type="button" data-mine-more hidden>
              Show more
            </button>
          </p>
        </section>
      </div>
      <section aria-labelledby="services">
        <h2 id="services">Services</h2>
        {view.services.length > FEW ? <NameFilter label="Filter services" /> : null}
        <ul class="name-list choices">
          {view.services.map(({ id, title, url }) => (
            <li data-service={id} data-title={visibleName(title)}>
              <a href={link(url)}>{visibleName(title)}</a> <a href={link(`/changes/${id}/`)}>Changes</a>
              {hasFeeds ? (
                <>
                  {" "}
                  <a href={link(`${url}feed.atom`)}>Atom</a> <a href={link(`${url}feed.rss`)}>RSS</a>{" "}
                  <a href={link(`${url}feed.json`)}>JSON Feed</a>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <PageLinks {...view} link={link} />
    </>
  );
}
