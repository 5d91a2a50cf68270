import { count } from "@shapelog/diff";
import type { VNode } from "preact";
import { DocView, Message } from "../../doc/doc-view.js";
import { readPlain } from "../../doc/read-plain.js";
import { visibleName } from "../../names/visible-name.js";
import type { Link } from "../../parts/link.js";
import { ListTabs } from "../../parts/list-tabs.js";
import { MomentText } from "../../parts/marks.js";
import { PageLinks } from "../../parts/page-links.js";
import { shortenLists } from "../../views/shorten-lists.js";
import type { QuotedNote, SilentChange } from "../../views/silent-change.js";
import { SILENT_INTRO, type SilentView } from "./silent-view.js";

/** Shows what breaks without the vendor's note naming it, beside that note. */
export function SilentPage({ view, link }: { view: SilentView; link: Link }): VNode {
  return (
    <>
      <h1>Silent breaking changes</h1>
      <p class="lede">{SILENT_INTRO}</p>
      <ListTabs url={view.url} link={link} />
      {view.silent.length === 0 ? (
        <p class="empty">None so far. Where the record has no words of a note, it says nothing of it.</p>
      ) : (
        <p class="more">
          {count(view.total, "change")}. A note counts as silent where it names neither what changed nor the
          type that it is of.
        </p>
      )}
      <ol class="silent">
        {view.silent.map((each) => (
          <SilentRow silent={each} link={link} />
        ))}
      </ol>
      <PageLinks {...view} link={link} />
    </>
  );
}

function SilentRow({
  silent: { change, facts, more, note },
  link,
}: {
  silent: SilentChange;
  link: Link;
}): VNode {
  return (
    <li>
      <h2>
        <a href={link(change.url)}>
          {visibleName(change.service.title)}, <MomentText moment={change.moment} />
        </a>
      </h2>
      <div class="silent-sides">
        <div>
          <p class="fact-label">What breaks</p>
          <ul class="silent-facts">
            {facts.map(({ message, url }) => (
              <li>
                <a href={link(url)}>
                  <Message text={shortenLists(message)} />
                </a>
              </li>
            ))}
            {more > 0 ? <li class="more">And {more.toLocaleString("en-US")} more.</li> : null}
          </ul>
        </div>
        <Quotation note={note} />
      </div>
    </li>
  );
}

function Quotation({ note: { text, cut, by, address } }: { note: QuotedNote }): VNode {
  return (
    <figure class="note">
      <figcaption>
        The vendor’s note, quoted from{" "}
        {address === undefined ? (
          visibleName(by)
        ) : (
          <a href={address} rel="nofollow noreferrer">
            {visibleName(by)}
          </a>
        )}
      </figcaption>
      <blockquote {...(address === undefined ? {} : { cite: address })}>
        <DocView doc={readPlain(cut ? `${text} …` : text)} />
      </blockquote>
    </figure>
  );
}
