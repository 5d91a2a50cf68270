import { acceptedNotes, count } from "@shapelog/diff";
import { nameVendor } from "@shapelog/ledger";
import type { VNode } from "preact";
import { DocView, Message } from "../../doc/doc-view.js";
import { visibleName } from "../../names/visible-name.js";
import { EntryArticle, ownAnchor } from "../../parts/entry-article.js";
import type { Link } from "../../parts/link.js";
import { Badge, Code } from "../../parts/marks.js";
import type { EntryView } from "../../views/entry-view.js";
import { AffectedTable } from "./affected-table.js";
import {
  type ChangeView,
  introduceVendor,
  OUR_NOTE,
  type VendorView,
  verdictSentences,
} from "./change-view.js";

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
      <nav class="pagination" aria-label="Changes of this service">
        {view.newer?.url ? <a href={link(view.newer.url)}>Newer: {view.newer.name}</a> : null}
        {view.older?.url ? <a href={link(view.older.url)}>Older: {view.older.name}</a> : null}
      </nav>
    </>
  );
}

/** Shows a change without its heading; feeds carry it too. */
export function ChangeBody({ view, link }: { view: ChangeView; link: Link }): VNode {
  const { summary, note, vendor, entries, notices, recorded } = view;
  return (
    <>
      <p class="lede">
        <Message text={summary.headline} />
        {summary.more > 0 ? <span class="more"> And {summary.more} more.</span> : null}
      </p>
      <div class="verdict">
        {verdictSentences(view).map((text) => (
          <p>
            <Message text={text} />
          </p>
        ))}
      </div>
      {note ? (
        <figure class="note">
          <figcaption>{OUR_NOTE}</figcaption>
          <DocView doc={note} />
        </figure>
      ) : null}
      {vendor ? <Vendor vendor={vendor} /> : null}
      {entries.length > 0 ? <AffectedTable entries={entries} link={link} /> : null}
      {entries.length > 0 ? (
        <section aria-labelledby="details">
          <h2 id="details">What changed, and what to do</h2>
          {entries.map((entry) => (
            <EntryArticle entry={entry} link={link} />
          ))}
        </section>
      ) : null}
      {notices.length > 0 ? <Notices notices={notices} alone={entries.length === 0} /> : null}
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

/** Shows what the vendor says as a quotation, or where to read it. */
function Vendor({ vendor }: { vendor: VendorView }): VNode {
  const { text } = vendor;
  if (!text)
    return (
      <p class="vendor">
        {introduceVendor(vendor)} <VendorPlace vendor={vendor} />.
      </p>
    );
  return (
    <figure class="note vendor">
      <figcaption>
        {introduceVendor(vendor)} <VendorPlace vendor={vendor} />
      </figcaption>
      <blockquote {...(vendor.address === undefined ? {} : { cite: vendor.address })}>
        <DocView doc={text} />
      </blockquote>
    </figure>
  );
}

function VendorPlace({ vendor }: { vendor: VendorView }): VNode {
  const { file, address } = vendor;
  return (
    <>
      {visibleName(nameVendor(vendor))}
      {file === undefined ? null : ", "}
      {file === undefined ? null : address === undefined ? (
        <Code value={file} />
      ) : (
        <a href={address} rel="nofollow noreferrer">
          <Code value={file} />
        </a>
      )}
    </>
  );
}

function Notices({ notices, alone }: { notices: readonly EntryView[]; alone: boolean }): VNode {
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">Also recorded</h2>
      <details open={alone}>
        <summary>{count(notices.length, "notice")} that no program feels</summary>
        <ul class="notices">
          {notices.map((entry) => (
            <li id={entry.id}>
              {entry.findings.map((finding, index) => (
                <p {...ownAnchor(finding, index)}>
                  <Message text={finding.message} />
                </p>
              ))}
              {acceptedNotes(entry.findings).map((words) => (
                <p class="notice-fact">{visibleName(words)}</p>
              ))}
              {entry.facts
                .filter(({ sign }) => sign === "changed")
                .map(({ label, before, after }) => (
                  <p class="notice-fact">
                    {label}: {before === undefined ? null : <del>{before}</del>} →{" "}
                    {after === undefined ? null : <ins>{after}</ins>}
                  </p>
                ))}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Source({ view }: { view: ChangeView }): VNode {
  const { moment, source } = view.summary;
  return (
    <p class="source">
      Source: <time dateTime={moment.date}>{moment.date}</time>
      {source ? `, ${visibleName(source.name)}` : ""}
      {source?.version === undefined ? "" : ` ${visibleName(source.version)}`}
      {source?.commit === undefined ? "" : ", commit "}
      {source?.commit === undefined ? null : <code class="commit">{visibleName(source.commit)}</code>}
    </p>
  );
}
