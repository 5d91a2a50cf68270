import { acceptedNotes, bumpWords, findingAnchor } from "@shapelog/diff";
import type { ComponentChildren, VNode } from "preact";
import { Message } from "../doc/doc-view.js";
import { visibleName } from "../names/visible-name.js";
import { ruleUrl } from "../pages/rules/rule-view.js";
import { describeMore, type EntryView } from "../views/entry-view.js";
import type { Fact } from "../views/facts.js";
import type { Link } from "./link.js";
import { Badge, Code, joinNodes, Mark, PathText } from "./marks.js";

/** Shows one entry of a change: verdict, place, both sides, who is affected and what to do. */
export function EntryArticle({ entry, link }: { entry: EntryView; link: Link }): VNode {
  const [only] = entry.places;
  const single = entry.places.length === 1 && describeMore(entry) === undefined ? only : undefined;
  return (
    <article class={`entry entry-${entry.verdict}`} id={entry.id}>
      <p class="entry-head">
        <Badge verdict={entry.verdict} />
        {entry.direction ? <span class="direction">{entry.direction}</span> : null}
        {single ? <span class="entry-operation">{visibleName(single.operation.name)}</span> : null}
      </p>
      <h3>
        <PathText path={entry.name} />
      </h3>
      <a
        class="permalink"
        href={`#${entry.id}`}
        aria-label={`Link to this entry: ${visibleName(entry.name)}`}
      >
        #
      </a>
      <EntryMarks entry={entry} />
      {entry.findings.map((finding, index) => (
        <p class="entry-message" {...ownAnchor(finding, index)}>
          <Message text={finding.message} />
        </p>
      ))}
      <dl class="facts">
        <EntryAdvice entry={entry} />
        {acceptedNotes(entry.findings).map((words) => (
          <Row term="Accepted">
            <p>{visibleName(words.replace(/^Accepted:? /, ""))}</p>
          </Row>
        ))}
        {entry.unaffected.length > 0 ? (
          <Row term="Not affected">
            {entry.unaffected.map(({ path, values }) => (
              <p>
                <PathText path={path} /> keeps {valueList(values)}.
              </p>
            ))}
          </Row>
        ) : null}
        {entry.places.length > 0 ? (
          <Row
            term={
              single
                ? "Where"
                : `Where (${entry.morePlacesAtLeast ? "at least " : ""}${entry.places.length + entry.morePlaces})`
            }
          >
            <Places entry={entry} link={link} />
          </Row>
        ) : null}
        <Row term="Shape">
          {entry.shape.url === undefined ? (
            <Code value={entry.shape.name} />
          ) : (
            <a href={link(entry.shape.url)}>
              <Code value={entry.shape.name} />
            </a>
          )}
        </Row>
        <Row term="Judged by">
          {joinNodes(
            [...new Map(entry.findings.map((finding) => [finding.rule, finding])).values()].map((finding) => (
              <span>
                <a href={link(ruleUrl(finding.rule))}>
                  <code>{finding.rule}</code>
                </a>{" "}
                (wire: {finding.wire}, source: {finding.source}, release: {bumpWords(finding)})
              </span>
            )),
            ", ",
          )}
        </Row>
      </dl>
    </article>
  );
}

/** Returns the anchor of a finding, where it is not the entry's. */
export function ownAnchor({ id }: EntryView["findings"][number], index: number): { readonly id?: string } {
  return index === 0 ? {} : { id: findingAnchor(id) };
}

function EntryAdvice({ entry }: { entry: EntryView }): VNode {
  return (
    <>
      {entry.findings.map(({ affected, action }) => (
        <>
          {affected === undefined ? null : (
            <Row term="Affected if">
              <Message text={sentence(affected)} />
            </Row>
          )}
          {action === undefined ? null : (
            <Row term="What to do">
              <Message text={action} />
            </Row>
          )}
        </>
      ))}
    </>
  );
}

/** Shows what went and what came. */
export function EntryMarks({ entry }: { entry: Pick<EntryView, "removed" | "added" | "facts"> }): VNode {
  return (
    <div class="marks">
      {entry.removed.length > 0 ? (
        <Mark sign="removed">
          {joinNodes(
            entry.removed.map((value) => (
              <del>
                <Code value={value} />
              </del>
            )),
          )}
        </Mark>
      ) : null}
      {entry.added.length > 0 ? (
        <Mark sign="added">
          {joinNodes(
            entry.added.map((value) => (
              <ins>
                <Code value={value} />
              </ins>
            )),
          )}
        </Mark>
      ) : null}
      {entry.facts.map((fact) => (
        <FactMark fact={fact} />
      ))}
    </div>
  );
}

function FactMark({ fact }: { fact: Fact }): VNode {
  return (
    <Mark sign={fact.sign}>
      <span class="fact-label">{fact.label}</span>{" "}
      {fact.before === undefined ? null : (
        <del>
          <code>{fact.before}</code>
        </del>
      )}
      {fact.before !== undefined && fact.after !== undefined ? " → " : null}
      {fact.after === undefined ? null : (
        <ins>
          <code>{fact.after}</code>
        </ins>
      )}
    </Mark>
  );
}

function Places({ entry, link }: { entry: EntryView; link: Link }): VNode {
  const more = describeMore(entry);
  return (
    <ul class="places">
      {entry.places.map((place) => (
        <li>
          {place.url === undefined ? (
            <PathText path={placeName(place)} />
          ) : (
            <a href={link(place.url)}>
              <PathText path={placeName(place)} />
            </a>
          )}
        </li>
      ))}
      {more === undefined ? null : <li>and {more}</li>}
    </ul>
  );
}

function placeName({ operation, direction, path }: EntryView["places"][number]): string {
  return `${operation.name} ${direction}${path === "" ? "" : ` ${path}`}`;
}

function Row({ term, children }: { term: string; children: ComponentChildren }): VNode {
  return (
    <div class="fact-row">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Returns values as code, with `and` before the last. */
export function valueList(values: readonly (string | number)[]): ComponentChildren[] {
  return values.flatMap((value, index) => {
    const before = index === 0 ? "" : index === values.length - 1 ? " and " : ", ";
    return [before, <Code value={value} />];
  });
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
