import { count } from "@shapelog/diff";
import { markdownText, printMessage, printQuote } from "../../doc/print-markdown.js";
import { readPlain } from "../../doc/read-plain.js";
import type { Link } from "../../parts/link.js";
import { printChanges } from "../../views/print-lists.js";
import type { SilentChange } from "../../views/silent-change.js";
import { momentText } from "../../views/span-view.js";
import type { ListView, Period } from "./list-view.js";
import { SILENT_INTRO, type SilentView } from "./silent-view.js";

/** Returns a list of changes as Markdown. */
export function printList({ heading, intro, periods, changes }: ListView, link: Link): string {
  return join([
    `# ${markdownText(heading)}`,
    intro,
    printPeriods(periods?.rows ?? [], link),
    printChanges(changes, link),
  ]);
}

function printPeriods(rows: readonly Period[], link: Link): string {
  if (rows.length < 2) return "";
  return rows
    .map(({ label, url, changes, breaking }) => {
      const more = breaking > 0 ? `, ${breaking} breaking` : "";
      return `- [${label}](<${link(url)}>): ${count(changes, "change")}${more}`;
    })
    .join("\n");
}

/** Returns silent breaking changes as Markdown, each with the vendor's note as a quotation. */
export function printSilent({ silent }: SilentView, link: Link): string {
  return join(["# Silent breaking changes", SILENT_INTRO, ...silent.map((each) => printOne(each, link))]);
}

function printOne({ change, facts, more, note }: SilentChange, link: Link): string {
  const { service, moment, url } = change;
  return [
    `## [${markdownText(service.title)}, ${markdownText(momentText(moment))}](<${link(url)}>)`,
    [
      ...facts.map((fact) => `- ${printMessage(fact.message)}`),
      ...(more > 0 ? [`- And ${more} more.`] : []),
    ].join("\n"),
    `The vendor’s note, quoted from ${markdownText(note.by)}:`,
    printQuote(readPlain(note.cut ? `${note.text} …` : note.text)),
  ].join("\n\n");
}

function join(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
