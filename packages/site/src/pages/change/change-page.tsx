import { acceptedNotes, count, VERDICT_WORDS } from "@shapelog/diff";
import type { ComponentChildren, VNode } from "preact";
import { Message } from "../../doc/doc-view.js";
import { visibleName } from "../../names/visible-name.js";
import { EntryArticle } from "../../parts/entry-article.js";
import { ownAnchor, Words } from "../../parts/entry-marks.js";
import type { Link } from "../../parts/link.js";
import { Badge, Code } from "../../parts/marks.js";
import type { EntryView } from "../../views/entry-view.js";
import { groupEntries } from "../../views/group-entries.js";
import { shortenLists } from "../../views/shorten-lists.js";
import { comparisonUrl } from "../compare/compare-view.js";
import { ChangeStatement } from "./change-statement.js";
import type { ChangeView, OnlyOperation } from "./change-view.js";
import { EntryTools, Glance } from "./glance.js";

/** Shows a change. */
export function ChangePage({ view, link }: { view: ChangeView; link: Link }): VNode {
  const { summary } = view;
  return (
    <>
      <p class="eyebrow">
        <Badge verdict={summary.verdict} {...(summary.baseline ? { word: "First record" } : {})} />
      </p>
      <h1>
        {visibleName(summary.service.title)},{" "}
        <time dateTime={summary.moment.date}>{summary.moment.revision}</time>
      </h1>
      <ChangeBody view={view} link={link} />
      {view.only ? <OnlyNav only={view.only} link={link} /> : null}
      <nav class="pagination" aria-label="Changes of this service">
        {view.newer?.url ? <a href={link(view.newer.url)}>Newer: {view.newer.name}</a> : null}
        {view.older?.url ? <a href={link(view.older.url)}>Older: {view.older.name}</a> : null}
        {view.newer ? (
          <a href={link(comparisonUrl(summary.service, summary.moment.revision, "latest"))}>
            All that changed since
          </a>
        ) : null}
        {view.older || view.newer ? (
          <a href={link(comparisonUrl(summary.service, summary.moment.revision))}>Compare with …</a>
        ) : null}
      </nav>
    </>
  );
}

function OnlyNav({
  only: { name, older, newer, history },
  link,
}: {
  only: OnlyOperation;
  link: Link;
}): VNode {
  return (
    <nav class="pagination" aria-label={`Changes of ${visibleName(name)}`}>
      <span>
        <Code value={name} />
      </span>
      {newer?.url ? <a href={link(newer.url)}>Its newer change: {newer.name}</a> : null}
      {older?.url ? <a href={link(older.url)}>Its older change: {older.name}</a> : null}
      {history === undefined ? null : <a href={link(history)}>Its history</a>}
    </nav>
  );
}

function ChangeBody({ view, link }: { view: ChangeView; link: Link }): VNode {
  const { recorded } = view;
  return (
    <>
      <ChangeStatement view={view} />
      <Entries view={view} link={link} />
      <Brief view={view} />
      <Notices view={view} />
      {recorded.length > 0 ? (
        <section aria-labelledby="recorded">
          <h2 id="recorded">Operations at the start</h2>
          <ul class="names">
            {recorded.map(({ name, url }) => (
              <li>
                {url === undefined ? <Code value={name} /> : <a href={link(url)}>{<Code value={name} />}</a>}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Source view={view} />
    </>
  );
}

/** Pages of more are contents first, and what they show can be folded and filtered. */
const MOST_UNFOLDED = 6;

function Entries({ view, link }: { view: ChangeView; link: Link }): VNode | null {
  const groups = groupEntries(view.entries);
  if (groups.length === 0) return null;
  const folds = groups.length > MOST_UNFOLDED;
  return (
    <>
      {groups.length > 1 ? (
        <Glance groups={groups} total={groups.length + view.brief.length + view.moreEntries} />
      ) : null}
      <section aria-labelledby="details">
        <h2 id="details">What changed, and what to do</h2>
        {folds ? <EntryTools groups={groups} /> : null}
        {groups.map((group) => (
          <EntryArticle group={group} link={link} folds={folds} />
        ))}
      </section>
    </>
  );
}

function Brief({ view: { brief, moreEntries, summary } }: { view: ChangeView }): VNode | null {
  if (brief.length === 0) return null;
  return (
    <section aria-labelledby="brief">
      <h2 id="brief">And these, in short</h2>
      <ul class="notices">
        {brief.map(({ id, verdict, message, action }) => (
          <li id={id} class={`brief brief-${verdict}`}>
            <b>{VERDICT_WORDS[verdict]}</b> <Message text={shortenLists(message)} />
            {action !== undefined && (verdict === "breaking" || verdict === "check") ? (
              <>
                {" "}
                <Message text={shortenLists(action)} />
              </>
            ) : null}
          </li>
        ))}
        {moreEntries > 0 ? (
          <li>
            And {count(moreEntries, "more entry", "more entries")}, which {visibleName(summary.service.title)}
            ’s record holds.
          </li>
        ) : null}
      </ul>
    </section>
  );
}

function Notices({ view }: { view: ChangeView }): VNode | null {
  const { notices, moreNotices, entries } = view;
  if (notices.length === 0) return null;
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">Also recorded</h2>
      <details open={entries.length === 0}>
        <summary>{count(notices.length + moreNotices, "notice")} that no program feels</summary>
        <ul class="notices">
          {notices.map((entry) => (
            <Notice entry={entry} />
          ))}
          {moreNotices > 0 ? <li class="more">And {count(moreNotices, "more notice")}.</li> : null}
        </ul>
      </details>
    </section>
  );
}

function Notice({ entry }: { entry: EntryView }): VNode {
  const changed = entry.facts.filter(({ sign }) => sign === "changed");
  const texts = changed.filter(({ words }) => words !== undefined && words.length > 0);
  return (
    <li id={entry.id}>
      {entry.findings.map((finding, index) => (
        <p {...ownAnchor(finding, index)}>
          <Message text={finding.message} />
        </p>
      ))}
      {acceptedNotes(entry.findings).map((words) => (
        <p class="notice-fact">{visibleName(words)}</p>
      ))}
      {changed
        .filter(({ words }) => words === undefined)
        .map(({ label, before, after }) => (
          <p class="notice-fact">
            {label}: {before === undefined ? null : <del>{before}</del>} →{" "}
            {after === undefined ? null : <ins>{after}</ins>}
          </p>
        ))}
      {changed.some(({ words }) => words?.length === 0) ? (
        <p class="notice-fact">Only its markup changed; it reads the same.</p>
      ) : null}
      {texts.length > 0 ? (
        <details class="words">
          <summary>What changed in the text</summary>
          {texts.map(({ words = [] }) => (
            <p>
              <Words words={words} />
            </p>
          ))}
        </details>
      ) : null}
    </li>
  );
}

function Source({ view }: { view: ChangeView }): VNode {
  const { moment, source } = view.summary;
  return (
    <p class="source">
      Source: <time dateTime={moment.date}>{moment.date}</time>
      {source ? `, ${visibleName(source.name)}` : ""}
      {source?.version === undefined ? null : " "}
      {source?.version === undefined ? null : (
        <Outward href={source.versionUrl}>{visibleName(source.version)}</Outward>
      )}
      {source?.commit === undefined ? "" : ", commit "}
      {source?.commit === undefined ? null : (
        <Outward href={source.commitUrl}>
          <code class="commit">{visibleName(source.commit)}</code>
        </Outward>
      )}
    </p>
  );
}

function Outward({ href, children }: { href: string | undefined; children: ComponentChildren }): VNode {
  if (href === undefined) return <>{children}</>;
  return (
    <a href={href} rel="nofollow noreferrer">
      {children}
    </a>
  );
}
