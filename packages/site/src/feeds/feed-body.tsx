import { acceptedNotes, count } from "@shapelog/diff";
import type { VNode } from "preact";
import { Message } from "../doc/doc-view.js";
import { visibleName } from "../names/visible-name.js";
import { ChangeStatement } from "../pages/change/change-statement.js";
import type { ChangeView } from "../pages/change/change-view.js";
import { EntryMarks } from "../parts/entry-marks.js";
import type { Link } from "../parts/link.js";
import { Badge, PathText } from "../parts/marks.js";
import { type EntryGroup, groupEntries } from "../views/group-entries.js";
import { shortenLists } from "../views/shorten-lists.js";

/** So many entries of a change stand in a feed; the page has the others. */
export const MOST_ENTRIES = 12;

/** The sentence above says how many there are. */
const MOST_VALUES = 15;

/** Shows a change in a feed: what it means, and of each entry what happened and what to do. Notices are counted. */
export function FeedBody({ view, link, url }: { view: ChangeView; link: Link; url: string }): VNode {
  const groups = groupEntries(view.entries);
  const more = groups.length - MOST_ENTRIES + view.brief.length + view.moreEntries;
  const notices = view.notices.length + view.moreNotices;
  return (
    <>
      <ChangeStatement view={view} />
      {groups.slice(0, MOST_ENTRIES).map((group) => (
        <FeedEntry group={group} url={url} />
      ))}
      {more > 0 ? (
        <p>
          <a href={link(view.summary.url)}>And {count(more, "more entry", "more entries")}</a>
        </p>
      ) : null}
      {notices > 0 ? (
        <p>
          <a href={link(view.summary.url)}>{count(notices, "notice")} that no program feels</a>
        </p>
      ) : null}
    </>
  );
}

function FeedEntry({ group, url }: { group: EntryGroup; url: string }): VNode {
  const findings = group.entries.flatMap((entry) => entry.findings);
  const actions = new Set(findings.flatMap(({ action }) => action ?? []));
  const [accepted] = acceptedNotes(findings);
  return (
    <>
      <h3>
        <Badge verdict={group.verdict} />{" "}
        <a href={`${url}#${group.id}`}>
          <PathText path={group.name} />
        </a>
      </h3>
      {[...new Set(findings.map(({ message }) => message))].map((message) => (
        <p>
          <Message text={shortenLists(message)} />
        </p>
      ))}
      {[...actions].map((action) => (
        <p>
          <Message text={shortenLists(action)} />
        </p>
      ))}
      {accepted === undefined ? null : <p>{visibleName(accepted)}</p>}
      <EntryMarks
        entry={{
          removed: group.removed.slice(0, MOST_VALUES),
          added: group.added.slice(0, MOST_VALUES),
          facts: group.facts.slice(0, 3),
        }}
      />
    </>
  );
}
