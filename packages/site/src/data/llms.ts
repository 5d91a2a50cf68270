import { count } from "@shapelog/diff";
import { markdownText } from "../doc/print-markdown.js";
import type { Twins } from "../options.js";
import type { ServiceRow } from "../pages/service/services-view.js";
import type { SearchRow } from "../search/search-row.js";

/** What the map names. */
export interface LlmsParts {
  readonly services: readonly ServiceRow[];
  /** By what search finds them by. */
  readonly guides: readonly SearchRow[];
  readonly baseUrl: string | undefined;
  readonly twins?: Twins | undefined;
}

/** With more services each is named by its id alone, as its address follows from that. */
const MOST_LINKS = 50;

/** Returns `llms.txt`: a short map of the site for machines (llmstxt.org). */
export function printLlms(title: string, { services, guides, baseUrl, twins = "beside" }: LlmsParts): string {
  const file = twins === "packed" ? "" : "index.md";
  const at = (url: string) => (baseUrl === undefined ? url : `${baseUrl}${url.slice(1)}`);
  const isShort = services.length > MOST_LINKS;
  return `${[
    `# ${markdownText(title)}`,
    "> What each API is, what it was, and what every change means for code that calls it.",
    ...(twins === "packed"
      ? [
          "Pages are HTML. The same as Markdown and JSON stands in files of JSON lines, a page a line:",
          [
            "- `/twins/{service}/index.json` has a row for each page of a service, and `/twins/index.json` for all others: `[address, file, offset, length]`",
            "- A page's line begins at the file's byte `offset`, and is `length` bytes long: ask for these with `Range`",
            "- A line is `url`, `markdown`, and `page`: the page as JSON",
          ].join("\n"),
        ]
      : ["Each page is also Markdown (`index.md`) and JSON (`index.json`) in the same folder."]),
    [
      `- Addresses begin with ${at("/")}`,
      "- Service: `/api/{service}/`",
      "- Operation: `/api/{service}/{Operation}/`, with anchors such as `#response.AuthEvents.item.EventResponse`",
      "- Type: `/api/{service}/types/{Shape}/`",
      "- Change: `/changes/{service}/{revision}-{version}/`, with anchors such as `#f-605c4fcede10`, the id of a finding",
      "- Everything of a service: `/data/{service}.json`; when each path was there: `/data/{service}/history.json`, which names the file of each operation",
    ].join("\n"),
    "## Changes",
    [
      ["All changes", "/changes/"],
      ["Breaking changes", "/breaking/"],
      ["How we judge", "/about/severity/"],
      ["Rules", "/rules/"],
    ]
      .map(([name = "", url = ""]) => `- [${name}](${at(url)}${file})`)
      .join("\n"),
    "## Services",
    services
      .map(({ service, operations }) => {
        const name = markdownText(service.title);
        return isShort
          ? `- ${service.id}: ${name}, ${count(operations, "operation")}`
          : `- [${name}](${at(service.url)}${file}): ${count(operations, "operation")}`;
      })
      .join("\n"),
    ...(guides.length === 0
      ? []
      : [
          "## Guides",
          guides.map(([name, , url]) => `- [${markdownText(name)}](${at(`/${url}`)}${file})`).join("\n"),
        ]),
  ].join("\n\n")}\n`;
}
