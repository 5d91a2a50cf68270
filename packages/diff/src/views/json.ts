import { escapeJson } from "@shapelog/diagnostics";
import { displayPath, printJson, type ShapeId } from "@shapelog/model";
import type { Comparison, ComparisonSide } from "../comparison.js";
import { createEntries, type Entry } from "../create-entries.js";
import { sortWorstFirst } from "../finding.js";
import type { PolicyFinding } from "../policy/policy.js";
import { summarize } from "../summarize.js";

/** The name and version of the JSON view's format; {@link DIFF_SCHEMA} describes it. */
export const DIFF_FORMAT = "shapelog-diff/1";

/** Returns a comparison as JSON: a summary, what each operation meets at which path, the findings and the changes. */
export function printComparisonJson(comparison: Comparison): string {
  const entries = createEntries(comparison);
  const { policy, suppressed = [], own } = comparison;
  const view = {
    format: DIFF_FORMAT,
    title: comparison.title,
    before: side(comparison.before),
    after: side(comparison.after),
    ...(policy === undefined ? {} : { policy }),
    ...(own === undefined ? {} : { own: [...own].sort() }),
    summary: summarize(comparison, entries),
    operations: byOperation(entries, comparison),
    findings: sortWorstFirst(comparison.findings),
    ...(suppressed.length === 0 ? {} : { suppressed }),
    changes: comparison.changes,
  };
  return `${escapeJson(printJson(view, 2))}\n`;
}

function side({ label, date, release }: ComparisonSide): object {
  return { label, ...(date ? { date } : {}), ...(release ? { release } : {}) };
}

function byOperation(entries: readonly Entry[], { own }: Comparison): object[] {
  const rows = new Map<string, object[]>();
  for (const entry of entries) {
    const paths = pathsByOperation(entry.findings);
    for (const operation of entry.operations) {
      const row = {
        direction: entry.direction,
        paths: [...(paths.get(operation) ?? [])],
        shape: entry.shape,
        ...(entry.member === undefined ? {} : { member: entry.member }),
        verdict: entry.verdict,
        rules: [...new Set(entry.findings.map((finding) => finding.rule))],
        findings: entry.findings.map(({ id }) => id),
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
    .map(([operation, changes]) => ({
      operation,
      ...(own === undefined ? {} : { own: own.has(operation) }),
      changes,
    }));
}

function pathsByOperation(findings: readonly PolicyFinding[]): ReadonlyMap<ShapeId, ReadonlySet<string>> {
  const paths = new Map<ShapeId, Set<string>>();
  for (const { positions } of findings) {
    for (const position of positions) {
      const path = displayPath(position);
      if (path === "") continue;
      const known = paths.get(position.operation);
      if (known) known.add(path);
      else paths.set(position.operation, new Set([path]));
    }
  }
  return paths;
}
