import type { Place } from "./audit.js";
import type { DriftCount, Report, RiskCount, ValueCount } from "./create-report.js";
import { escapeText } from "./escape-text.js";
import { type Cell, printTable } from "./print-table.js";
import { createTextStyle, type TextStyle } from "./style-text.js";

export interface PrintOptions {
  readonly color: boolean;
  /** Columns of the screen; `undefined` for as many as it takes. */
  readonly width: number | undefined;
}

interface Printer {
  readonly style: TextStyle;
  readonly width: number | undefined;
}

const ABSENT = "(none)";
const UNKNOWN = "not in the model";

/** Returns a report as text for people. Nothing from the data reaches the screen unescaped. */
export function printReport(report: Report, { color, width }: PrintOptions): string {
  const printer: Printer = { style: createTextStyle(color), width };
  const { types, responses, risks, events } = report;
  const sections = [
    [printSummary(report)],
    printCounts(
      printer,
      "By type",
      types.map((one) => valueRow(one, events)),
      report.others.types,
    ),
    printCounts(
      printer,
      "By response",
      responses.map((one) => valueRow(one, events)),
      report.others.responses,
    ),
    printCounts(
      printer,
      "By risk (level, decision)",
      risks.map((one) => riskRow(one, events)),
      report.others.risks,
    ),
    printDrift(printer, report),
    printProblems(printer, report),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

function printSummary({ events, unit, units, period }: Report): string {
  const days = period === null ? "" : `, ${period.from.slice(0, 10)} to ${period.to.slice(0, 10)}`;
  return `${printCount(events, "event")} in ${printCount(units, unit)}${days}`;
}

function printCounts(
  { style, width }: Printer,
  title: string,
  rows: readonly (readonly Cell[])[],
  others: number,
): string[] {
  if (rows.length === 0) return [];
  const all = others === 0 ? rows : [...rows, ["other values", "", others, ""]];
  return [style.heading(title), ...printTable(all, width)];
}

function valueRow({ value, label, events }: ValueCount, total: number): Cell[] {
  const name = value === null ? "" : escapeText(value);
  return [value === null ? ABSENT : (label ?? UNKNOWN), name, events, printShare(events, total)];
}

function riskRow({ level, decision, known, events }: RiskCount, total: number): Cell[] {
  const name = (value: string | null) => (value === null ? ABSENT : escapeText(value));
  return [name(level), name(decision), events, printShare(events, total), ...(known ? [] : [UNKNOWN])];
}

function printDrift({ style, width }: Printer, report: Report): string[] {
  const { drift, others } = report;
  if (drift.count === 0) return [style.quiet("Drift: none")];
  const things = printCount(drift.count, "value or member", "values or members");
  const rows = drift.seen.map((one) => [
    describeDrift(one),
    escapeText(one.path),
    one.count,
    `first: ${printPlace(one.first, report)}`,
  ]);
  const rest = others.drift === 0 ? [] : [["other drift", "", others.drift, ""]];
  const lines = [
    style.warning(`Drift: ${things} that the model does not know`),
    ...printTable([...rows, ...rest], width),
  ];
  const full = `  ${printCount(drift.fullLists, "event")} with 100 or more; the first 100 of each are counted`;
  return drift.fullLists === 0 ? lines : [...lines, full];
}

function describeDrift({ kind, value }: DriftCount): string {
  const shown = value === null ? "(sensitive)" : escapeText(value);
  return kind === "unknown-value" ? shown : `member ${shown}`;
}

function printPlace({ source, number }: Place, { unit, sources }: Report): string {
  return sources.length === 1 ? `${unit} ${number}` : `${escapeText(source)}:${number}`;
}

function printProblems({ style, width }: Printer, report: Report): string[] {
  const { unit, broken } = report;
  if (broken.units === 0) return [style.quiet("Broken: none")];
  const more = broken.problems - broken.listed.length;
  const rows = broken.listed.map((one) => [printPlace(one, report), escapeText(one.message)]);
  return [
    style.failure(`Broken: ${printCount(broken.units, unit)}`),
    ...printTable(rows, width),
    ...(more > 0 ? [`  and ${printNumber(more)} more; --max-problems lists them`] : []),
  ];
}

function printShare(count: number, total: number): string {
  return total === 0 ? "" : `${((100 * count) / total).toFixed(1).padStart(5)} %`;
}

function printCount(count: number, one: string, many = `${one}s`): string {
  return `${printNumber(count)} ${count === 1 ? one : many}`;
}

function printNumber(number: number): string {
  return number.toLocaleString("en-US");
}
