import { VERDICT_WORDS, VERDICTS } from "@shapelog/diff";
import type { VNode } from "preact";
import { visibleName } from "../../names/visible-name.js";
import type { Link } from "../../parts/link.js";
import { Badge } from "../../parts/marks.js";
import { momentText } from "../../views/span-view.js";
import { type CompareView, compareUrl, type YearRow } from "./compare-view.js";
import type { CompareYearView } from "./compare-year-view.js";
import { ComparedGroups } from "./compared-rows.js";

/** What a comparison that a browser makes cannot know. */
const LIMITS =
  "What came and went again is left out. Each sentence is that of the change that did it, so it can name an operation that only one of the two has. What several changes touched is judged anew from end to end; where there were too many, they are named instead. Of a field that was away and came again, what its type became meanwhile is not told. Texts of documentation are not compared: the pages of the changes have them.";

/** So many revisions are listed; the list of changes has all. */
const MOST_LISTED = 120;

/** Shows the form that compares any two revisions, and comparisons that need no script. */
export function ComparePage({ view, link }: { view: CompareView; link: Link }): VNode {
  const { service, revisions, years } = view;
  return (
    <>
      <p class="eyebrow">Compare</p>
      <h1>{visibleName(service.title)}</h1>
      <p class="lede">What another version means for code that calls this API, whatever happened between.</p>
      <CompareForm view={view} link={link} />
      <section class="compared-results" aria-labelledby="results" data-results hidden>
        <h2 id="results" tabIndex={-1}>
          What differs
        </h2>
        <div data-rows></div>
        <p class="source">{LIMITS}</p>
      </section>
      <section aria-labelledby="years">
        <h2 id="years">Year by year</h2>
        {years.length === 0 ? <p class="empty">Nothing changed in another year than the first.</p> : null}
        <Years years={years} link={link} />
      </section>
      <section aria-labelledby="neighbours">
        <h2 id="neighbours">Change by change</h2>
        <ul class="names">
          {revisions.slice(0, MOST_LISTED).map(({ revision, url, verdict }, index) => (
            <li>
              <a href={link(url)}>{visibleName(revision)}</a>{" "}
              {index === revisions.length - 1 ? "First record" : VERDICT_WORDS[verdict]}
            </li>
          ))}
        </ul>
        <p>
          <a href={link(`/changes/${service.id}/`)}>All changes of {visibleName(service.title)}</a>
        </p>
      </section>
    </>
  );
}

function CompareForm({ view, link }: { view: CompareView; link: Link }): VNode {
  const field = { list: "revisions", autoComplete: "off", spellcheck: false, size: 14 };
  return (
    <form
      class="compare-form"
      action={link(compareUrl(view.service))}
      data-compare={link(view.data)}
      data-root={link("/")}
      hidden
    >
      <div>
        <label for="from">From</label>
        <input id="from" name="from" aria-describedby="compare-help" {...field} />
      </div>
      <div>
        <label for="to">To</label>
        <input id="to" name="to" aria-describedby="compare-help" {...field} />
      </div>
      <button type="submit">Compare</button>
      <button type="button" data-swap>
        Swap
      </button>
      <p id="compare-help">
        A date, such as that of an SDK’s release, or a version of the source; <code>latest</code> is the
        newest.
      </p>
      <p role="status" data-status></p>
      <datalist id="revisions">
        {view.revisions.map(({ revision, version }) => (
          <option value={visibleName(revision)}>{version === undefined ? "" : visibleName(version)}</option>
        ))}
      </datalist>
    </form>
  );
}

function Years({ years, link }: { years: readonly YearRow[]; link: Link }): VNode {
  return (
    <ul class="years">
      {years.map(({ year, url, verdict, counts }) => (
        <li>
          <a href={link(url)}>{year}</a> <Badge verdict={verdict} />{" "}
          <span class="more">{yearCounts(counts)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Returns how many things differ, by verdict. */
export function yearCounts(counts: CompareYearView["counts"]): string {
  const words = { breaking: "breaking", check: "to check", safe: "safe", notice: "deprecated" } as const;
  const parts = VERDICTS.flatMap((verdict) =>
    counts[verdict] > 0 ? [`${counts[verdict].toLocaleString("en-US")} ${words[verdict]}`] : [],
  );
  return parts.length === 0 ? "nothing that programs feel" : parts.join(", ");
}

/** Shows what a year changed. */
export function CompareYearPage({ view, link }: { view: CompareYearView; link: Link }): VNode {
  const { service, year, before, after, counts, groups, more } = view;
  return (
    <>
      <p class="eyebrow">Compare</p>
      <h1>
        {visibleName(service.title)}, {year}
      </h1>
      <p class="lede">
        What differs between <a href={link(before.url)}>{momentText(before)}</a> and{" "}
        <a href={link(after.url)}>{momentText(after)}</a>, whatever happened between: {yearCounts(counts)}.
      </p>
      <section aria-labelledby="results">
        <h2 id="results">What differs</h2>
        {groups.length === 0 ? <p class="empty">Nothing that programs feel.</p> : null}
        <ComparedGroups groups={groups} link={link} />
        {more > 0 ? (
          <p class="more">
            And {more.toLocaleString("en-US")} more, which{" "}
            <a href={link(`/changes/${service.id}/`)}>the changes</a> of the year tell.
          </p>
        ) : null}
      </section>
      <p class="source">Texts of documentation are not compared: the pages of the changes have them.</p>
      <p>
        <a href={link(compareUrl(service))}>Compare any two revisions</a>
      </p>
    </>
  );
}
