import { acceptedNotes, bumpWords, count } from "@shapelog/diff";
import type { ComponentChildren, VNode } from "preact";
import { Message } from "../doc/doc-view.js";
import { visibleName } from "../names/visible-name.js";
import { ruleUrl } from "../pages/rules/rule-view.js";
import { describeMore, type EntryView, type FindingView } from "../views/entry-view.js";
import { countOperations, describeGroup, type EntryGroup } from "../views/group-entries.js";
import { shortenLists } from "../views/shorten-lists.js";
import { EntryMarks, ownAnchor } from "./entry-marks.js";
import { describeSource, describeWire } from "./judgement-words.js";
import type { Link } from "./link.js";
import { Badge, Code, joinNodes, NameText, PathText } from "./marks.js";

/**
 * Shows what happened to one member or shape: what to do first, then who is affected, both sides, and where. `folds`
 * makes it a line that opens, where a page has many.
 */
export function EntryArticle({
  group,
  link,
  folds = false,
}: {
  group: EntryGroup;
  link: Link;
  folds?: boolean;
}): VNode {
  const open = group.verdict === "breaking" || group.verdict === "check";
  return (
    <article class={`entry entry-${group.verdict}`} id={group.id} data-verdict={group.verdict}>
      {folds ? (
        <details open={open}>
          <summary>
            <EntryHead group={group} />
          </summary>
          <EntryBody group={group} link={link} />
        </details>
      ) : (
        <>
          <EntryHead group={group} />
          <EntryBody group={group} link={link} />
        </>
      )}
      <a
        class="permalink"
        href={`#${group.id}`}
        aria-label={`Link to this entry: ${visibleName(group.name)}`}
      >
        #
      </a>
    </article>
  );
}

function EntryHead({ group }: { group: EntryGroup }): VNode {
  const { count: operations, only } = countOperations(group);
  const directions = new Set(group.entries.flatMap(({ direction }) => direction ?? []));
  return (
    <div class="entry-head">
      <Badge verdict={group.verdict} />
      {[...directions].map((direction) => (
        <span class="direction">{direction}</span>
      ))}
      <span class="entry-operation">
        {only === undefined ? (
          operations === 0 ? (
            ""
          ) : (
            count(operations, "operation")
          )
        ) : (
          <NameText name={only} />
        )}
      </span>
      <h3>
        <PathText path={group.name} />
      </h3>
      <span class="entry-delta">{visibleName(describeGroup(group))}</span>
    </div>
  );
}

function EntryBody({ group, link }: { group: EntryGroup; link: Link }): VNode {
  const { entries } = group;
  const isShared = entries.length > 1;
  return (
    <div class="entry-body">
      {entries.map((entry, index) => (
        <EntrySide entry={entry} isShared={isShared} {...(index === 0 ? {} : { id: entry.id })} />
      ))}
      <EntryMarks entry={group} />
      <dl class="facts">
        {acceptedNotes(entries.flatMap(({ findings }) => findings)).map((words) => (
          <Row term="Accepted">
            <p>{visibleName(words.replace(/^Accepted:? /, ""))}</p>
          </Row>
        ))}
        {entries.map((entry) => (
          <>
            <Unaffected entry={entry} />
            <Places entry={entry} link={link} isShared={isShared} />
          </>
        ))}
        <Row term="Shape">
          {group.shape.url === undefined ? (
            <Code value={group.shape.name} />
          ) : (
            <a href={link(group.shape.url)}>
              <Code value={group.shape.name} />
            </a>
          )}
        </Row>
        <Judgement entries={entries} link={link} />
      </dl>
    </div>
  );
}

/** Shows what an entry means in its direction: the sentence, what to do, who is affected. */
function EntrySide({ entry, isShared, id }: { entry: EntryView; isShared: boolean; id?: string }): VNode {
  const said = new Map(entry.findings.map((finding) => [finding.action ?? "", finding]));
  const affected = new Set(entry.findings.flatMap((finding) => finding.affected ?? []));
  return (
    <div class="entry-side" {...(id === undefined ? {} : { id })}>
      {entry.findings.map((finding, index) => (
        <p class="entry-message" {...ownAnchor(finding, index)}>
          {isShared && index === 0 && entry.direction ? (
            <>
              <span class="direction">{entry.direction}</span>{" "}
            </>
          ) : null}
          <Message text={shortenLists(finding.message)} />
        </p>
      ))}
      <dl class="facts advice">
        {[...said.keys()]
          .filter((action) => action !== "")
          .map((action) => (
            <Row term="What to do">
              <Message text={shortenLists(action)} />
            </Row>
          ))}
        {[...affected].map((text) => (
          <Row term="Affected if">
            <Message text={sentence(text)} />
          </Row>
        ))}
      </dl>
    </div>
  );
}

function Unaffected({ entry }: { entry: EntryView }): VNode | null {
  if (entry.unaffected.length === 0) return null;
  return (
    <Row term="Not affected">
      {entry.unaffected.map(({ path, values }) => (
        <p>
          <PathText path={path} /> keeps {valueList(values)}.
        </p>
      ))}
    </Row>
  );
}

/** So many places are read at once; more are folded. */
const MOST_OPEN_PLACES = 3;

function Places({
  entry,
  link,
  isShared,
}: {
  entry: EntryView;
  link: Link;
  isShared: boolean;
}): VNode | null {
  if (entry.places.length === 0) return null;
  const more = describeMore(entry);
  const list = (
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
  const total = entry.places.length + entry.morePlaces;
  const term = isShared && entry.direction ? `Where, ${entry.direction}` : "Where";
  if (total <= MOST_OPEN_PLACES && more === undefined) return <Row term={term}>{list}</Row>;
  return (
    <Row term={term}>
      <details>
        <summary>
          {entry.morePlacesAtLeast ? "at least " : ""}
          {count(total, "place")} in {count(entry.operations.length, "operation")}
        </summary>
        {list}
      </details>
    </Row>
  );
}

function placeName({ operation, direction, path }: EntryView["places"][number]): string {
  return `${operation.name} ${direction}${path === "" ? "" : ` ${path}`}`;
}

function Judgement({ entries, link }: { entries: readonly EntryView[]; link: Link }): VNode {
  const findings = new Map(
    entries.flatMap((entry) => entry.findings).map((finding) => [finding.rule, finding]),
  );
  return (
    <Row term="Judged by">
      {joinNodes(
        [...findings.values()].map((finding) => <Rule finding={finding} link={link} />),
        "",
      )}
    </Row>
  );
}

function Rule({ finding, link }: { finding: FindingView; link: Link }): VNode {
  return (
    <p class="rule">
      <a href={link(ruleUrl(finding.rule))}>
        <code>{finding.rule}</code>
      </a>
      : {describeWire(finding.wire)}, {describeSource(finding.source)}; release: {bumpWords(finding)}
    </p>
  );
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
function valueList(values: readonly (string | number)[]): ComponentChildren[] {
  return values.flatMap((value, index) => {
    const before = index === 0 ? "" : index === values.length - 1 ? " and " : ", ";
    return [before, <Code value={value} />];
  });
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
