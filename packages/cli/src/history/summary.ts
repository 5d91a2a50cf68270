import { TOLD, type Told } from "@shapelog/changelog";
import { printable } from "@shapelog/diagnostics";
import { code, count, VERDICT_WORDS, VERDICTS } from "@shapelog/diff";
import { addTotals, NO_TOTALS, type Totals } from "@shapelog/history";
import type { ServiceRecord, SilentBreak } from "./service-record.js";

/** What a history comes to. */
export interface Summary extends Totals {
  readonly services: number;
  /** The commit it ends at. */
  readonly commit: string;
  /** What this run did of it. */
  readonly run: { readonly revisions: number; readonly services: number; readonly seconds: number };
}

/** Returns the sums of services. */
export function summarize(records: readonly ServiceRecord[], commit: string, run: Summary["run"]): Summary {
  const totals = records.reduce((sum, record) => addTotals(sum, record.totals), NO_TOTALS);
  return { services: records.length, commit, ...totals, run };
}

const TOLD_WORDS: Readonly<Record<Told, string>> = {
  unnamed: "not named by its note",
  placeholder: "with a placeholder for a note",
  none: "without a note",
  named: "named",
};

/** Returns the last line of a history. */
export function printSummary(summary: Summary): string {
  const number = (value: number) => value.toLocaleString("en");
  const findings = VERDICTS.map(
    (verdict) => `${VERDICT_WORDS[verdict]} ${number(summary.findings[verdict])}`,
  );
  const parts = [
    `${number(summary.pairs)} pairs`,
    `${number(summary.changes)} changes`,
    findings.join(", "),
    `what broke: ${TOLD.map((told) => `${number(summary.told[told])} ${TOLD_WORDS[told]}`).join(", ")}`,
    `${number(summary.unclassified)} unclassified`,
    `${number(summary.lost)} lost`,
    `${number(summary.unreadable)} unreadable`,
    `${number(Math.round(summary.bytes / 1e6))} MB`,
    `${summary.run.seconds.toFixed(1)} s for ${count(summary.run.revisions, "new revision")}`,
  ];
  return `${parts.join("; ")}\n`;
}

const SILENCES: readonly (readonly [told: SilentBreak["told"], heading: string])[] = [
  ["unnamed", "Breaking, and the note does not name it"],
  ["placeholder", "Breaking, and the note says nothing but that there is a new version"],
  ["none", "Breaking, and there is no note"],
];

/** Returns what broke without a note that names it: by what the note says instead, one fact a line. */
export function printSilent(records: readonly ServiceRecord[]): string {
  const parts = SILENCES.map(([told, heading]) => {
    const lines = records.flatMap(({ service, silent }) =>
      silent.filter((each) => each.told === told).map((each) => `${printBreak(service, each)}\n`),
    );
    return lines.length === 0 ? "" : `${heading}: ${lines.length.toLocaleString("en")}\n${lines.join("")}\n`;
  });
  return parts.join("");
}

function printBreak(service: string, broken: SilentBreak): string {
  const { row, version, rule, message, findings, operations, names } = broken;
  const release = version === undefined ? "" : ` (${version})`;
  const alike = findings > 1 ? ` And ${findings - 1} alike.` : "";
  const more = operations > names.length ? ` and ${operations - names.length} more` : "";
  const reached = names.length > 0 ? ` [${names.join(", ")}${more}]` : "";
  return printable(`${service} ${row}${release} ${code(rule)} ${message}${alike}${reached}`);
}

/** Returns the index of a folder: its services and where their ledgers are. */
export function printIndex(records: readonly ServiceRecord[], summary: Summary): string {
  const { run: _, ...totals } = summary;
  const services = records.map(({ service, names, file, rows, first, last, verified, totals: own }) => ({
    ...{ service, names, file, rows, first, last, verified },
    ...own,
  }));
  return `${JSON.stringify({ format: "shapelog-history-index/1", ...totals, list: services }, null, 1)}\n`;
}
