import { count } from "@shapelog/diff";
import { markdownText } from "../doc/print-markdown.js";
import type { ServiceRow } from "../pages/service/services-view.js";
import type { SearchRow } from "../search/search-row.js";

/** What the map names. */
export interface LlmsParts {
  readonly services: readonly ServiceRow[];
  /** By what search finds them by. */
  readonly guides: readonly SearchRow[];
  readonly baseUrl: string | undefined;
}

/** Returns `llms.txt`: a short map of the site for machines (llmstxt.org). */
export function printLlms(title: string, { services, guides, baseUrl }: LlmsParts): string {
  const at = (url: string) => (baseUrl === undefined ? url : `${baseUrl}${url.slice(1)}`);
  return `${[
    `# ${markdownText(title)}`,
    "> What each API is, what it was, and what every change means for code that calls it.",
    "Each page is also Markdown (`index.md`) and JSON (`index.json`) in the same folder.",
    [
      "- Operation: `/api/{service}/{Operation}/`, with anchors such as `#response.AuthEvents.item.EventResponse`",
      "- Type: `/api/{service}/types/{Shape}/`",
      "- Change: `/changes/{service}/{revision}-{version}/`, with anchors such as `#f-605c4fcede10`, the id of a finding",
      "- Everything of a service: `/data/{service}.json`; when each path was there: `/data/{service}/history.json`, which names the file of each operation",
    ].join("\n"),
    "## Services",
    services
      .map(
        ({ service, operations }) =>
          `- [${markdownText(service.title)}](${at(`${service.url}index.md`)}): ${count(operations, "operation")}`,
      )
      .join("\n"),
    ...(guides.length === 0
      ? []
      : [
          "## Guides",
          guides.map(([name, , url]) => `- [${markdownText(name)}](${at(`/${url}index.md`)})`).join("\n"),
        ]),
    "## Changes",
    `- [All changes](${at("/changes/index.md")})\n- [Breaking changes](${at("/breaking/index.md")})\n- [How we judge](${at("/about/severity/index.md")})\n- [Rules](${at("/rules/index.md")})`,
  ].join("\n\n")}\n`;
}
