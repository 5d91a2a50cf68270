import type { VNode } from "preact";
import type { Link } from "./link.js";

const TABS = [
  { label: "All", name: "All changes", url: "/changes/" },
  { label: "Breaking", name: "Breaking changes", url: "/breaking/" },
  { label: "To check", name: "Changes to check", url: "/check/" },
  { label: "Silent", name: "Silent breaking changes", url: "/breaking/silent/" },
  { label: "Mine", name: "Changes of what you use", url: "/mine/" },
] as const;

/** Shows the lists of changes of all services; `url` is the one that is shown. */
export function ListTabs({ url, link }: { url: string; link: Link }): VNode {
  return (
    <nav class="tabs" aria-label="Lists of changes">
      <ul>
        {TABS.map((tab) => (
          <li>
            <a href={link(tab.url)} {...(tab.url === url ? { "aria-current": "page" as const } : {})}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Shows where lists of changes are, by their whole names. */
export function ListLinks({ link }: { link: Link }): VNode {
  return (
    <nav class="list-links" aria-label="Lists of changes">
      <ul>
        {TABS.map(({ name, url }) => (
          <li>
            <a href={link(url)}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
