import { VERDICT_WORDS } from "@shapelog/diff";
import { markdownCode, markdownText, printMessage } from "../../doc/print-markdown.js";
import type { Link } from "../../parts/link.js";
import { momentText } from "../../views/span-view.js";
import { yearCounts } from "./compare-page.js";
import type { CompareView } from "./compare-view.js";
import type { ComparedRow, CompareYearView } from "./compare-year-view.js";
import { SHARED } from "./compared-rows.js";

/** Returns the page of a service's comparisons as Markdown: those that are made already, and all changes. */
export function printCompare({ service, years, revisions }: CompareView, link: Link): string {
  return lines(
    `# Compare: ${markdownText(service.title)}`,
    "## Year by year",
    years
      .map(
        ({ year, url, verdict, counts }) =>
          `- [${year}](<${link(url)}>) **${VERDICT_WORDS[verdict]}** ${yearCounts(counts)}`,
      )
      .join("\n"),
    "## Change by change",
    revisions
      .map(
        (moment) =>
          `- [${markdownText(momentText(moment))}](<${link(moment.url)}>) ${VERDICT_WORDS[moment.verdict]}`,
      )
      .join("\n"),
  );
}

/** Returns what a year changed as Markdown. */
export function printCompareYear(view: CompareYearView, link: Link): string {
  const { service, year, before, after, counts, groups, more } = view;
  return lines(
    `# Compare: ${markdownText(service.title)}, ${year}`,
    `From [${markdownText(momentText(before))}](<${link(before.url)}>) to [${markdownText(momentText(after))}](<${link(after.url)}>): ${yearCounts(counts)}.`,
    ...groups.flatMap(({ operation, rows }) => [
      `## ${operation ? markdownCode(operation.name) : SHARED}`,
      rows.map((row) => printRow(row, link)).join("\n"),
    ]),
    more > 0 ? `And ${more} more.` : "",
  );
}

function printRow({ verdict, direction, name, messages, changes }: ComparedRow, link: Link): string {
  const did = changes.map(({ name: revision, url = "/" }) => `[${markdownText(revision)}](<${link(url)}>)`);
  const about = `**${VERDICT_WORDS[verdict]}** ${direction ? `${direction} ` : ""}${markdownCode(name)}`;
  return `- ${about}: ${messages.map(printMessage).join(" ")}${did.length > 0 ? ` (${did.join(", ")})` : ""}`;
}

function lines(...parts: readonly string[]): string {
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
