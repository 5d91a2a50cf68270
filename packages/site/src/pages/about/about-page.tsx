import { bumpWords, VERDICTS } from "@shapelog/diff";
import type { VNode } from "preact";
import type { Link } from "../../parts/link.js";
import { Badge } from "../../parts/marks.js";
import { ScrollRegion } from "../../parts/scroll-region.js";
import { ruleUrl } from "../rules/rule-view.js";
import { type AboutView, LIMITS_OF_MODELS, VERDICT_MEANINGS } from "./about-view.js";
import { TwoScales } from "./two-scales.js";

/** Shows how changes are judged. */
export function AboutPage({ view, link }: { view: AboutView; link: Link }): VNode {
  return (
    <>
      <h1>How we judge</h1>
      <p class="lede">
        Two models are compared shape by shape. Every difference is kept, and each is judged by rule, by
        direction and by the path at which a program meets it.
      </p>
      <section aria-labelledby="verdicts">
        <h2 id="verdicts">Four verdicts</h2>
        <dl class="meanings">
          {VERDICTS.map((verdict) => (
            <div>
              <dt>
                <Badge verdict={verdict} />
              </dt>
              <dd>{VERDICT_MEANINGS[verdict]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="two-programs">
        <h2 id="two-programs">Two programs</h2>
        <p>
          Each rule answers for two programs. <strong>Wire</strong> is a deployed program that talks to the
          service and is not rebuilt. <strong>Source</strong> is a TypeScript program compiled against the new
          generated package. The same change can pass unseen by one and stop the other.{" "}
          <strong>Release</strong> is what the generated package needs under semantic versioning.
        </p>
        <TwoScales view={view} link={link} />
        <p>
          A change that no rule covers is never left out: it is shown as <em>Check your code</em> under the
          rule <code>unclassified</code>.
        </p>
      </section>
      <section aria-labelledby="limits">
        <h2 id="limits">What a model cannot show</h2>
        <ul>
          {LIMITS_OF_MODELS.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      </section>
      <Rules view={view} link={link} />
    </>
  );
}

function Rules({ view, link }: { view: AboutView; link: Link }): VNode {
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">Rules</h2>
      <p>
        Each has a page with an example that meets it, one that does not, whom it breaks, and what to do:{" "}
        <a href={link("/rules/")}>all rules, validation events and diagnostics</a>.
      </p>
      <ScrollRegion labelledBy="rules-caption">
        <table>
          <caption id="rules-caption">Every rule with its verdict; an id never changes its meaning</caption>
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">Verdict</th>
              <th scope="col">Wire</th>
              <th scope="col">Source</th>
              <th scope="col">Release</th>
            </tr>
          </thead>
          <tbody>
            {view.rules.map(({ id, verdict, wire, source, ...bumps }) => (
              <tr id={id}>
                <th scope="row">
                  <a href={link(ruleUrl(id))}>
                    <code>{id}</code>
                  </a>
                </th>
                <td>
                  <Badge verdict={verdict} />
                </td>
                <td>{wire}</td>
                <td>{source}</td>
                <td>{bumpWords(bumps)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
