import type { Verdict } from "@shapelog/diff";
import type { ServiceSummary } from "../src/service-summary.js";
import type { ChangeSummary } from "../src/views/change-summary.js";

/** How many services and changes of each a site of all services of a large vendor has. */
const SERVICES = 500;
const CHANGES = 24;
const VERBS = ["Accept", "Associate", "Create", "Delete", "Describe", "Get", "List", "Put", "Tag", "Update"];
const NOUNS = [
  "Anchor",
  "Berth",
  "Cargo",
  "Dock",
  "Engine",
  "Ferry",
  "Gangway",
  "Hull",
  "Inspection",
  "Jetty",
];
const VERDICTS: readonly Verdict[] = ["breaking", "check", "safe", "notice"];

/** Returns what a site needs of 500 services with 12,000 changes, without rendering them. The same each time. */
export function manySummaries(): ServiceSummary[] {
  return Array.from({ length: SERVICES }, (_, index) => createSummary(index));
}

function createSummary(index: number): ServiceSummary {
  const id = `harbor-${index}`;
  const service = {
    id,
    title: `Amazon Harbor and Navigation Service of Region ${index}`,
    url: `/api/${id}/`,
  };
  const changes = Array.from({ length: CHANGES }, (_, at) => createChange(service, index, at));
  const operations = VERBS.flatMap((verb) => NOUNS.slice(0, 4).map((noun) => `${verb}${noun}`));
  const types = NOUNS.flatMap((noun) => [`${noun}Summary`, `${noun}Status${index}`]);
  return {
    changes,
    symbols: [
      ...operations.map((name) => [name, "operation", `api/${id}/${name}/`] as const),
      ...types.map((name) => [name, "structure", `api/${id}/types/${name}/`] as const),
    ],
    names: NOUNS.flatMap((noun) => [`${noun}Id`, `${noun}Name${index % 50}`]),
    sitemaps: [],
    formerIds: [],
    aliases: [`harbor${index}`, `Harbor ${index}`],
    noteWords: changes.map(() => ["harbor", "update", `word${index}`]),
    silent: changes
      .filter(({ breaks }) => breaks)
      .map((change) => ({
        change,
        facts: Array.from({ length: 4 }, (_, at) => ({
          message: `\`${operations[at]}\` has to be called with \`${NOUNS[at]}Name\`, which it did not before.`,
          url: `${change.url}#f-${at}`,
        })),
        more: 3,
        note: {
          text: "This release adds support for more harbors. ".repeat(15),
          cut: true,
          by: "botocore 1.0.0",
        },
      })),
    feed: [],
    breaking: [],
    row: {
      service,
      operations: operations.length,
      types: types.length,
      ...(changes[0] ? { changed: { date: changes[0].moment.date, url: changes[0].url } } : {}),
    },
  };
}

/** Newest first: one change a month, and more of them in the last December. */
function createChange(service: ChangeSummary["service"], index: number, at: number): ChangeSummary {
  const month = at < 8 ? 12 : 12 - Math.floor((at - 8) / 2);
  const year = at < 8 ? 2025 : 2025 - Math.floor((at - 8) / 4);
  const date = `${year}-${String(month).padStart(2, "0")}-${String(28 - (at % 8)).padStart(2, "0")}`;
  const version = `1.${40 - at}.${index % 100}`;
  const verdict = VERDICTS[(index + at) % VERDICTS.length] ?? "notice";
  return {
    url: `/changes/${service.id}/${date}-${version}/`,
    service,
    moment: { date, version, revision: date, url: `/changes/${service.id}/${date}-${version}/` },
    verdict,
    baseline: at === CHANGES - 1,
    breaks: verdict === "breaking",
    headline:
      "The request of `DescribeAnchor` has to have `AnchorName`, and the response no longer has `AnchorStatus`, which callers may read.",
    more: 3,
    operations: 12,
    counts: {
      breaking: verdict === "breaking" ? 2 : 0,
      check: verdict === "check" ? 1 : 0,
      safe: 3,
      notice: 4,
    },
    wireBreaking: 0,
  };
}
