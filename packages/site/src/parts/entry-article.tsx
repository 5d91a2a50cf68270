import { acceptedNotes, bumpWords, count } from "@shapelog/diff";
import type { ComponentChildren, VNode } from "preact";
import { Message } from "../doc/doc-view.js";
import { visibleName } from "../names/visible-name.js";
import { ruleUrl } from "../pages/rules/rule-view.js";
import { describeMore, type EntryView, type FindingView } from "../views/entry-view.js";
import { countOperations, describeGroup, type EntryGroup } from "../views/group-entries.js";
import type { Ref } from "../views/service-ref.js";
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
  const { entries, sides } = group;
  const isShared = sides.length > 1;
  return (
    <div class="entry-body">
      {sides.map((entry, index) => (
        <EntrySide entry={entry} isShared={isShared} {...(index === 0 ? {} : { id: entry.id })} />
      ))}
      <EntryMarks entry={group} />
      <dl class="facts">
        {acceptedNotes(entries.flatMap(({ findings }) => findings)).map((words) => (
          <Row term="Accepted">
            <p>{visibleName(words.replace(/^Accepted:? /, ""))}</p>
          </Row>
        ))}
        {sides.map((entry) => (
          <Unaffected entry={entry} />
        ))}
        {isSame(entries, sides)
          ? entries.map((entry) => (
              <Row term={isShared && entry.direction ? `Where, ${entry.direction}` : "Where"}>
                <Places entries={[entry]} link={link} shown={sides} />
              </Row>
            ))
          : null}
        {isSame(entries, sides) ? null : (
          <Row term="Where">
            <Places entries={entries} link={link} shown={sides} />
          </Row>
        )}
        <Row term={group.shapes.length === 1 ? "Shape" : "Shapes"}>
          <Shapes shapes={group.shapes} link={link} />
        </Row>
        <Judgement entries={sides} link={link} />
      </dl>
    </div>
  );
}

const MOST_SHAPES = 5;

function Shapes({ shapes, link }: { shapes: readonly Ref[]; link: Link }): VNode {
  const more = shapes.length - MOST_SHAPES;
  return (
    <>
      {joinNodes(
        shapes.slice(0, MOST_SHAPES).map(({ name, url }) =>
          url === undefined ? (
            <Code value={name} />
          ) : (
            <a href={link(url)}>
              <Code value={name} />
            </a>
          ),
        ),
        ", ",
      )}
      {more > 0 ? ` and ${more.toLocaleString("en-US")} more` : ""}
    </>
  );
}

function isSame(entries: readonly EntryView[], sides: readonly EntryView[]): boolean {
  return entries.length === sides.length;
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

/** Shows where entries are met. Those that no side stands for have their anchors here. */
function Places({
  entries,
  link,
  shown,
}: {
  entries: readonly EntryView[];
  link: Link;
  shown: readonly EntryView[];
}): VNode {
  const more = entries.map(describeMore).filter((text) => text !== undefined);
  const total = entries.reduce((sum, entry) => sum + entry.places.length + entry.morePlaces, 0);
  const atLeast = entries.some((entry) => entry.morePlacesAtLeast) ? "at least " : "";
  const operations = new Set(entries.flatMap((entry) => entry.operations.map(({ name }) => name)));
  const list = (
    <ul class="places">
      {entries.flatMap((entry) => placeItems(entry, link, shown.includes(entry)))}
      {more.length === 0 ? null : <li>and {more.length === 1 ? more[0] : "more"}</li>}
    </ul>
  );
  if (total <= MOST_OPEN_PLACES && more.length === 0) return list;
  return (
    <details>
      <summary>
        {atLeast}
        {count(total, "place")} in {count(operations.size, "operation")}
      </summary>
      {list}
    </details>
  );
}

function placeItems(entry: EntryView, link: Link, hasAnchor: boolean): VNode[] {
  const own = hasAnchor ? {} : { id: entry.id };
  if (entry.places.length === 0) return hasAnchor ? [] : [<li {...own}>{visibleName(entry.shape.name)}</li>];
  return entry.places.map((place, index) => (
    <li {...(index === 0 ? own : {})}>
      {place.url === undefined ? (
        <Code value={placeName(place)} />
      ) : (
        <a href={link(place.url)}>
          <Code value={placeName(place)} />
        </a>
      )}
    </li>
  ));
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
