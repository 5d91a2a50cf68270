import { acceptedNotes, codeList, count, VERDICT_WORDS } from "@shapelog/diff";
import { nameVendor } from "@shapelog/ledger";
import type { DiffPart } from "../../doc/diff-docs.js";
import { markdownCode, markdownText, printDoc, printMessage, printQuote } from "../../doc/print-markdown.js";
import { visibleName } from "../../names/visible-name.js";
import type { Link } from "../../parts/link.js";
import { describeMore, type EntryView } from "../../views/entry-view.js";
import {
  type ChangeView,
  introduceVendor,
  OUR_NOTE,
  type VendorView,
  verdictSentences,
} from "./change-view.js";

/** Returns a change as Markdown. */
export function printChange(view: ChangeView, link: Link): string {
  const { summary, note, vendor, entries, notices } = view;
  const word = summary.baseline ? "First record" : VERDICT_WORDS[summary.verdict];
  const { source, moment } = summary;
  const from = [moment.date, source?.name, source?.version, source?.commit && `commit ${source.commit}`];
  const parts = [
    `# ${word}: ${markdownText(summary.service.title)}, ${moment.revision}`,
    printMessage(summary.headline),
    verdictSentences(view).map(printMessage).join("\n"),
    note ? `${OUR_NOTE}:\n\n${printDoc(note)}` : "",
    vendor ? printVendor(vendor) : "",
    entries.length > 0 ? "## What changed, and what to do" : "",
    ...entries.map((entry) => printEntry(entry, link)),
    ...printBrief(view),
    notices.length > 0 ? "## Also recorded" : "",
    [
      ...notices.flatMap(({ findings }) => findings.map(({ message }) => `- ${printMessage(message)}`)),
      ...(view.moreNotices > 0 ? [`- and ${count(view.moreNotices, "more notice")}`] : []),
    ].join("\n"),
    view.recorded.map(({ name, url }) => `- [${markdownCode(name)}](<${link(url ?? "/")}>)`).join("\n"),
    `Source: ${from
      .filter((part) => part !== undefined)
      .map(markdownText)
      .join(", ")}`,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function printBrief({ brief, moreEntries }: ChangeView): string[] {
  if (brief.length === 0) return [];
  const rows = brief.map(
    ({ verdict, message }) => `- **${VERDICT_WORDS[verdict]}** ${printMessage(message)}`,
  );
  const more = moreEntries > 0 ? [`- and ${count(moreEntries, "more entry", "more entries")}`] : [];
  return ["## And these, in short", [...rows, ...more].join("\n")];
}

function printWords(words: readonly DiffPart[]): string {
  if (words.length === 0) return "only in its markup";
  const signs = { added: "**+", removed: "**−", same: "" } as const;
  return words
    .map(({ kind, text }) => {
      const plain = markdownText(text.replace(/\s+/g, " "));
      return kind === "same" ? plain : ` ${signs[kind]}** ${plain} `;
    })
    .join("")
    .trim();
}

/** The quotation says whose words it is in its first line, so that it does so wherever it is copied to. */
function printVendor(vendor: VendorView): string {
  const { file, address, text } = vendor;
  const named = file === undefined ? "" : markdownCode(file);
  const place = address === undefined ? named : `[${named}](<${address}>)`;
  const from = [markdownText(nameVendor(vendor)), place].filter((part) => part !== "").join(", ");
  const words = `${introduceVendor(vendor)} ${from}`;
  return text ? `> ${words}:\n>\n${printQuote(text)}` : `${words}.`;
}

function printEntry(entry: EntryView, link: Link): string {
  const direction = entry.direction ? `, ${entry.direction}` : "";
  const facts = entry.facts.map(({ sign, label, before, after, words }) => {
    if (words) return `- ${sign}: ${markdownText(label)} ${printWords(words)}`;
    const sides = [before, after].filter((side) => side !== undefined).map(markdownCode);
    return `- ${sign}: ${markdownText(label)} ${sides.join(" → ")}`;
  });
  const advice = entry.findings.flatMap(({ affected, action }) => [
    ...(affected === undefined ? [] : [`- Affected if ${printMessage(affected)}`]),
    ...(action === undefined ? [] : [`- What to do: ${printMessage(action)}`]),
  ]);
  const more = describeMore(entry);
  const marks = [
    ...(entry.removed.length > 0 ? [`- − removed: ${entry.removed.map(markdownCode).join(", ")}`] : []),
    ...(entry.added.length > 0 ? [`- + added: ${entry.added.map(markdownCode).join(", ")}`] : []),
    ...facts,
    ...advice,
    ...acceptedNotes(entry.findings).map((words) => `- ${markdownText(visibleName(words))}`),
    ...entry.unaffected.map(
      ({ path, values }) => `- Not affected: ${markdownCode(path)} keeps ${printMessage(codeList(values))}`,
    ),
    ...entry.places.map(
      ({ operation, direction: side, path, url }) =>
        `- Where: [${markdownText(`${operation.name} ${side}`)} ${path === "" ? "" : markdownCode(path)}](<${link(url ?? operation.url ?? "/")}>)`,
    ),
    ...(more === undefined ? [] : [`- and ${more} places`]),
  ];
  return [
    `### ${VERDICT_WORDS[entry.verdict]}${direction}: ${markdownCode(entry.name)}`,
    entry.findings.map(({ message }) => printMessage(message)).join("\n"),
    marks.join("\n"),
  ].join("\n\n");
}
