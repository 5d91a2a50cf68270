import type { VNode } from "preact";
import type { Link } from "./link.js";

const TABS = [
  { label: "All", url: "/changes/" },
  { label: "Breaking", url: "/breaking/" },
  { label: "To check", url: "/check/" },
  { label: "Silent", url: "/breaking/silent/" },
  { label: "Mine", url: "/mine/" },
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
