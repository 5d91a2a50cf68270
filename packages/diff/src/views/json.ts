import { type Comparison, type ComparisonSide, createEntries, type Entry, summarize } from "../comparison.js";
import { displayPath } from "../judge.js";

/** The name and version of the JSON view's format. */
export const DIFF_FORMAT = "shapelog-diff/1";

/** Returns a comparison as JSON: a summary, what each operation meets at which path, the findings and the changes. */
export function printComparisonJson(comparison: Comparison): string {
  const entries = createEntries(comparison);
  const view = {
    format: DIFF_FORMAT,
    title: comparison.title,
    before: side(comparison.before),
    after: side(comparison.after),
    summary: summarize(comparison, entries),
    operations: byOperation(entries),
    findings: comparison.findings,
    changes: comparison.changes,
  };
  return `${JSON.stringify(view, null, 2)}\n`;
}

function side({ label, date, release }: ComparisonSide): object {
  return { label, ...(date ? { date } : {}), ...(release ? { release } : {}) };
}

function byOperation(entries: readonly Entry[]): object[] {
  const rows = new Map<string, object[]>();
  for (const entry of entries) {
    for (const operation of entry.operations) {
      const positions = entry.findings
        .flatMap((finding) => finding.positions)
        .filter((position) => position.operation === operation);
      const row = {
        direction: entry.direction,
        paths: [...new Set(positions.map(displayPath))].filter((path) => path !== ""),
        shape: entry.shape,
        ...(entry.member === undefined ? {} : { member: entry.member }),
        verdict: entry.verdict,
        rules: [...new Set(entry.findings.map((finding) => finding.rule))],
        ...(entry.removed.length > 0 ? { removed: entry.removed } : {}),
        ...(entry.added.length > 0 ? { added: entry.added } : {}),
      };
      const known = rows.get(operation);
      if (known) known.push(row);
      else rows.set(operation, [row]);
    }
  }
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([operation, changes]) => ({ operation, changes }));
}
