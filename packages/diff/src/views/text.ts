import { printable } from "@shapelog/diagnostics";
import { shapeName } from "@shapelog/model";
import { type Comparison, createEntries, type Entry, type Summary, summarize } from "../comparison.js";
import { VERDICT_WORDS, VERDICTS, type Verdict } from "../finding.js";
import { count } from "../words.js";

export interface PrintTextOptions {
  /** Whether to use ANSI colours. Default: false. */
  readonly color?: boolean;
  /** The columns of the terminal. Default: 100. */
  readonly width?: number;
}

const COLORS: Readonly<Record<Verdict, number>> = { breaking: 31, check: 33, safe: 32, notice: 2 };
const SHOWN_PATHS = 6;
const SHOWN_OPERATIONS = 5;

type Paint = (text: string, code: number) => string;

/** Returns a comparison for people at a terminal: what each operation meets, worst first, and a line of figures. */
export function printComparisonText(comparison: Comparison, options: PrintTextOptions = {}): string {
  const paint: Paint = (text, code) => (options.color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const width = Math.max(60, options.width ?? 100);
  const entries = createEntries(comparison);
  const lines = [printHeading(comparison, paint), ""];
  for (const [heading, group] of groupEntries(entries)) {
    lines.push(paint(heading, 1));
    for (const entry of group) lines.push(...printEntry(entry, paint, width));
    lines.push("");
  }
  lines.push(printSummary(summarize(comparison, entries), paint));
  return `${lines.join("\n")}\n`;
}

function printHeading(comparison: Comparison, paint: Paint): string {
  const { before, after } = comparison;
  const from = before.date ?? before.label;
  const to = after.date ?? after.label;
  const release = after.release ? `   ${after.release}` : "";
  return `${paint(printable(comparison.title), 1)}   ${printable(`${from} → ${to}${release}`)}`;
}

/** Groups by operation and direction; entries of several operations stand together under "shared". */
function groupEntries(entries: readonly Entry[]): [heading: string, group: Entry[]][] {
  const groups = new Map<string, Entry[]>();
  const sorted = [...entries].sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict));
  for (const entry of sorted) {
    const heading = headingOf(entry);
    const group = groups.get(heading);
    if (group) group.push(entry);
    else groups.set(heading, [entry]);
  }
  return [...groups];
}

function headingOf(entry: Entry): string {
  const [operation, ...others] = entry.operations;
  if (operation === undefined) return "Model";
  const direction = entry.direction === undefined ? "" : `  ${entry.direction}`;
  if (others.length === 0) return printable(`${shapeName(operation)}${direction}`);
  return `${count(entry.operations.length, "operation")}${direction}`;
}

function printEntry(entry: Entry, paint: Paint, width: number): string[] {
  const verdict = paint(VERDICT_WORDS[entry.verdict], COLORS[entry.verdict]);
  const lines = [`  ${verdict}   ${printPlace(entry)}`];
  for (const path of entry.paths.length > 1 ? entry.paths.slice(0, SHOWN_PATHS) : [])
    lines.push(`    ${printable(path)}`);
  if (entry.paths.length > SHOWN_PATHS)
    lines.push(`    … and ${count(entry.paths.length - SHOWN_PATHS, "more place", "more places")}`);
  if (entry.operations.length > 1) lines.push(...wrap(`in ${operationList(entry)}`, "    ", width));
  if (entry.removed.length > 0)
    lines.push(...wrap(signed("−", entry.removed), "    ", width).map((line) => paint(line, 31)));
  if (entry.added.length > 0)
    lines.push(...wrap(signed("+", entry.added), "    ", width).map((line) => paint(line, 32)));
  for (const sentence of sentences(entry)) lines.push(...wrap(sentence, "    ", width));
  for (const { path, values } of entry.unaffected) {
    lines.push(...wrap(`Not affected: ${path} keeps ${joinWords(values)}.`, "    ", width));
  }
  return lines;
}

function printPlace(entry: Entry): string {
  const [path] = entry.paths;
  if (entry.paths.length === 1 && path !== undefined) return printable(path);
  return printable(
    entry.member === undefined ? shapeName(entry.shape) : `${shapeName(entry.shape)}.${entry.member}`,
  );
}

function operationList(entry: Entry): string {
  const names = entry.operations.slice(0, SHOWN_OPERATIONS).map(shapeName).join(", ");
  const more = entry.operations.length - SHOWN_OPERATIONS;
  return more > 0 ? `${names} and ${more} more` : names;
}

function signed(sign: string, values: readonly (string | number)[]): string {
  return values.map((value) => `${sign} ${value}`).join("   ");
}

function sentences(entry: Entry): string[] {
  return entry.findings.flatMap((finding) => [
    ...(entry.removed.length + entry.added.length > 0 && finding.affected ? [] : [plain(finding.message)]),
    ...(finding.affected ? [`Affected if ${plain(finding.affected)}.`] : []),
    ...(finding.action ? [plain(finding.action)] : []),
  ]);
}

/** Returns Markdown without its code marks, for a terminal. */
function plain(markdown: string): string {
  return markdown.replaceAll("`", "");
}

function joinWords(values: readonly (string | number)[]): string {
  return values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} and ${values.at(-1)}`;
}

function wrap(text: string, indent: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of printable(text).split(" ")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line.trimEnd());
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  if (line.trim() !== "") lines.push(indent + line.trimEnd());
  return lines;
}

function printSummary(summary: Summary, paint: Paint): string {
  if (summary.changes === 0) return "No difference.";
  const { verdicts } = summary;
  const parts = [
    count(summary.operations, "operation"),
    ...(verdicts.breaking > 0 ? [`${verdicts.breaking} breaking`] : []),
    `${verdicts.check} to check`,
    ...(verdicts.safe > 0 ? [`${verdicts.safe} safe`] : []),
    ...(verdicts.notice > 0 ? [count(verdicts.notice, "notice")] : []),
    `${summary.wireBreaking} breaking on the wire`,
  ];
  const because =
    summary.bumpBecause === undefined ? "" : ` (${printable(plain(summary.bumpBecause)).replace(/\.$/, "")})`;
  const types = summary.bump === undefined ? "" : `  Types: ${paint(summary.bump, 1)}${because}.`;
  return `${parts.join(", ")}.${types}`;
}
