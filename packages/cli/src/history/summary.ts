import { printable } from "@shapelog/diagnostics";
import { code, count, VERDICT_WORDS, VERDICTS } from "@shapelog/diff";
import { addTotals, NO_TOTALS, type Totals } from "@shapelog/history";
import type { ServiceRecord } from "./service-record.js";

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
    `${number(summary.unclassified)} unclassified`,
    `${number(summary.lost)} lost`,
    `${number(summary.unreadable)} unreadable`,
    `${number(Math.round(summary.bytes / 1e6))} MB`,
    `${summary.run.seconds.toFixed(1)} s for ${count(summary.run.revisions, "new revision")}`,
  ];
  return `${parts.join("; ")}\n`;
}

/** Returns the Breaking findings that notes do not name, one a line. */
export function printSilent(records: readonly ServiceRecord[]): string {
  const lines = records.flatMap(({ service, silent }) =>
    silent.map(({ row, version, rule, message }) => {
      const release = version === undefined ? "" : ` (${version})`;
      return `${printable(`${service} ${row}${release} ${code(rule)} ${message}`)}\n`;
    }),
  );
  return lines.join("");
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
