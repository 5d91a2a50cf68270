import type { VNode } from "preact";
import type { Link } from "../../parts/link.js";
import type { RulesView } from "./rules-view.js";

/** Shows the list of rules. */
export function RulesPage({ view, link }: { view: RulesView; link: Link }): VNode {
  return (
    <>
      <h1>Rules</h1>
      <p class="lede">
        Each has a page: what it means, whom it breaks, what to do. <code>shapelog explain ID</code> prints
        the same.
      </p>
      {view.groups.map(({ title, intro, rules }, index) => (
        <section aria-labelledby={`rules-${index}`}>
          <h2 id={`rules-${index}`}>{title}</h2>
          <p>{intro}</p>
          <dl class="rules">
            {rules.map(({ id, url, summary }) => (
              <div>
                <dt>
                  <a href={link(url)}>
                    <code>{id}</code>
                  </a>
                </dt>
                <dd>{summary}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
