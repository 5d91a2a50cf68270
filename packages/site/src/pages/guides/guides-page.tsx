import type { VNode } from "preact";
import { visibleName } from "../../names/visible-name.js";
import type { Link } from "../../parts/link.js";
import type { GuidesView } from "./guide-view.js";

/** Shows the list of guides, and what each site has of the kind. */
export function GuidesPage({ view, link }: { view: GuidesView; link: Link }): VNode {
  return (
    <>
      <h1>Guides</h1>
      {view.groups.map(({ title, guides }, index) => (
        <section aria-labelledby={`guides-${index}`}>
          <h2 id={`guides-${index}`}>{visibleName(title)}</h2>
          <dl class="rules">
            {guides.map(({ title: name, url, summary }) => (
              <div>
                <dt>
                  <a href={link(url)}>{visibleName(name)}</a>
                </dt>
                <dd>{visibleName(summary)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section aria-labelledby="guides-judging">
        <h2 id="guides-judging">What findings mean</h2>
        <dl class="rules">
          <div>
            <dt>
              <a href={link("/about/severity/")}>How we judge</a>
            </dt>
            <dd>What the verdicts mean, for which program each is, and what a model cannot show.</dd>
          </div>
          <div>
            <dt>
              <a href={link("/rules/")}>Rules</a>
            </dt>
            <dd>Each finding, validation event and diagnostic, and what to do about it.</dd>
          </div>
        </dl>
      </section>
    </>
  );
}
