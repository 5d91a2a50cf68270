import { escapeMarkdown } from "@shapelog/diff";
import type { Place } from "../place.js";
import { summaryOf } from "./impact-text.js";
import { type ConsumerReport, countOf, groupBy, type ImpactReport, sideName } from "./report.js";

/** Returns a report for a pull request: a table for each program, by file, worst first. */
export function printImpactMarkdown(report: ImpactReport): string {
  const { title, before, after, consumers } = report;
  const head = `## ${escapeMarkdown(`${title}: ${sideName(before)} → ${sideName(after)}`)}`;
  return `${[head, ...consumers.flatMap((consumer) => printConsumer(consumer, report))].join("\n\n")}\n`;
}

function printConsumer({ name, impact }: ConsumerReport, report: ImpactReport): string[] {
  const head = `### ${codeOf(name)}`;
  if (impact.packages.length === 0) return [head, "It does not import a package of this API."];
  const parts = [head, summaryOf(impact.places)];
  if (impact.writtenFor === "after")
    parts.push(
      `It is written for ${escapeMarkdown(sideName(report.after))}: what breaks here is what the package of ${escapeMarkdown(sideName(report.before))} refuses.`,
    );
  for (const [file, places] of groupBy(impact.places, ({ at }) => at.file)) {
    const rows = places.map((place) => rowOf(place));
    parts.push(
      [
        `**${codeOf(report.pathOf(file))}**`,
        "",
        "| line | | code | what to do |",
        "|--:|---|---|---|",
        ...rows,
      ].join("\n"),
    );
  }
  const unfollowed = impact.uses.filter(({ kind }) => kind === "unfollowed").length;
  if (unfollowed > 0)
    parts.push(`Not followed: ${countOf(unfollowed, "place")}, which types say nothing of.`);
  if (impact.own.length > 0) parts.push(`Errors of its own, which count for nothing: ${impact.own.length}.`);
  return parts;
}

function rowOf({ effect, at, message, action }: Place): string {
  return `| ${at.line} | ${effect} | ${codeOf(at.code)} | ${escapeMarkdown(`${message} ${action}`).replaceAll("|", "\\|")} |`;
}

/** Returns text as code in a cell of a table. */
function codeOf(text: string): string {
  const plain = text.replaceAll("|", "\\|").replace(/\s+/g, " ");
  const ticks = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(ticks + 1);
  const pad = ticks > 0 ? " " : "";
  return `${fence}${pad}${plain}${pad}${fence}`;
}
