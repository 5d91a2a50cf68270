import type { VNode } from "preact";
import { visibleName } from "../../names/visible-name.js";
import type { Link } from "../../parts/link.js";
import type { GuideView } from "./guide-view.js";

const MOST_HEADINGS = 40;

/** Shows what is beside a guide: its parts, and all guides by their groups, of which the guide's own is open. */
export function GuideAside({ view, url, link }: { view: GuideView; url: string; link: Link }): VNode {
  const headings = view.headings.slice(0, MOST_HEADINGS);
  return (
    <>
      {headings.length > 1 ? (
        <nav aria-label="On this page">
          <p class="aside-title">On this page</p>
          <ul>
            {headings.map(({ id, text }) => (
              <li>
                <a href={`#${encodeURIComponent(id)}`}>{visibleName(text)}</a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <nav aria-label="Guides">
        <p class="aside-title">
          <a href={link("/guides/")}>Guides</a>
        </p>
        {view.groups.map(({ title, guides }) => (
          <details class="guide-group" open={guides.some((guide) => guide.url === url)}>
            <summary>{visibleName(title)}</summary>
            <ul>
              {guides.map((guide) => (
                <li>
                  <a
                    href={link(guide.url)}
                    {...(guide.url === url ? { "aria-current": "page" as const } : {})}
                  >
                    {visibleName(guide.title)}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </nav>
    </>
  );
}
