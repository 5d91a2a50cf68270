import { printable } from "@shapelog/diagnostics";
import { shapeName } from "@shapelog/model";
import type { Comparison } from "../comparison.js";
import { createEntries, type Entry, isToldByValues, onlyPath, saidOnce } from "../create-entries.js";
import { VERDICT_WORDS, type Verdict } from "../finding.js";
import type { PolicyFinding } from "../policy/policy.js";
import { type Summary, summarize } from "../summarize.js";
import { count, countMore, joinSome, listWords, visible } from "../words.js";
import { acceptedNotes } from "./accepted-words.js";
import { plainWords } from "./code-spans.js";
import { bumpSentence, describeBump } from "./describe-bump.js";
import { type EntryGroup, foldErrors, groupEntries, placeOf, ruleWords } from "./group-entries.js";
import { listOwnFirst } from "./list-own-first.js";
import { policyWords } from "./policy-words.js";
import { trafficWords } from "./traffic-words.js";
import { describeWitnesses, printWitnesses } from "./witness-text.js";
import { columns, wrapPieces, wrapWords } from "./wrap-words.js";

export interface PrintTextOptions {
  /** Whether to use ANSI colours. Default: false. */
  readonly color?: boolean;
  /** The columns of the terminal. Default: 100. */
  readonly width?: number;
  /** Whether to print each entry in full however many there are. Default: false. */
  readonly all?: boolean;
  /**
   * Of which findings to print the ids, by which they are accepted: of all, or of those that are Breaking or to be
   * checked and not accepted. Default: of none.
   */
  readonly ids?: "all" | "open";
}

const COLORS: Readonly<Record<Verdict, number>> = { breaking: 31, check: 33, safe: 32, notice: 2 };
const DIM = 2;
const SHOWN_OPERATIONS = 5;
const SHOWN_PATHS = 6;
const SHOWN_VALUES = 24;
const SHOWN_SUPPRESSED = 20;
/** With more entries of a verdict than this, those that need no work are told by rule. */
const FULL_ENTRIES = 30;

interface Style {
  readonly paint: (text: string, code: number) => string;
  readonly width: number;
  readonly all: boolean;
  readonly ids: PrintTextOptions["ids"];
}

/** Returns a comparison for people at a terminal: what each operation meets, worst first, and a line of figures. */
export function printComparisonText(comparison: Comparison, options: PrintTextOptions = {}): string {
  const style: Style = {
    paint: (text, code) => (options.color ? `\u001b[${code}m${text}\u001b[0m` : text),
    width: Math.max(40, options.width ?? 100),
    all: options.all ?? false,
    ids: options.ids,
  };
  const entries = createEntries(comparison);
  const others = entries.filter((entry) => !entry.own);
  const lines = [printHeading(comparison, style), ""];
  const own = entries.filter((entry) => entry.own);
  for (const line of printEntries(own, style)) lines.push(line);
  if (others.length > 0) {
    lines.push(style.paint("Other operations: not yours, not counted", 1), "");
    for (const each of printEntries(others, style)) lines.push(each);
  }
  for (const each of printSuppressed(comparison.suppressed ?? [], style)) lines.push(each);
  for (const each of printSummary(summarize(comparison, entries), comparison, style)) lines.push(each);
  return `${lines.join("\n")}\n`;
}

function printHeading(comparison: Comparison, { paint }: Style): string {
  const { before, after } = comparison;
  const from = before.date ?? before.label;
  const to = after.date ?? after.label;
  const release = after.release ? `   ${after.release}` : "";
  return `${paint(printable(comparison.title), 1)}   ${printable(`${from} → ${to}${release}`)}`;
}

function printEntries(entries: readonly Entry[], style: Style): string[] {
  const isWhole = style.all || style.ids !== undefined; // what is folded has one id
  const groups = groupEntries(isWhole ? entries : foldErrors(entries));
  const needWork = groups.filter(({ verdict }) => verdict === "breaking" || verdict === "check");
  const lines = needWork.flatMap((group) => printGroup(group, style));
  const safe = entries.filter((entry) => entry.verdict === "safe");
  const notices = entries.filter((entry) => entry.verdict === "notice");
  const rest = groups.filter(({ verdict }) => verdict === "safe" || verdict === "notice");
  for (const [verdict, list] of [
    ["safe", safe],
    ["notice", notices],
  ] as const) {
    const alike = rest.filter((group) => group.verdict === verdict);
    const inFull = list.length <= FULL_ENTRIES || style.all;
    const briefly = () => (verdict === "safe" ? printBriefly(alike, style) : printCounts(notices, style));
    const printed = inFull ? alike.flatMap((group) => printGroup(group, style)) : briefly();
    for (const line of printed) lines.push(line);
  }
  return lines;
}

function printGroup(group: EntryGroup, style: Style): string[] {
  const heading = style.paint(printable(group.heading), 1);
  return [heading, ...group.entries.flatMap((entry) => printEntry(entry, style)), ""];
}

/** One line for each heading and rule, with the places. */
function printBriefly(groups: readonly EntryGroup[], style: Style): string[] {
  const lines = [style.paint(VERDICT_WORDS.safe, COLORS.safe)];
  for (const group of groups) {
    const rows = byRule(group.entries);
    const itself = [...rows].filter(([, places]) => places.length === 1 && places[0] === group.heading);
    lines.push(`  ${printable([group.heading, ...itself.map(([words]) => words)].join("   "))}`);
    for (const [words, places] of rows) {
      if (itself.some(([own]) => own === words)) continue;
      for (const each of wrapWords(`${words}: ${joinSome(places, 8)}`, "    ", style.width)) lines.push(each);
    }
  }
  return [...lines, ""];
}

/** A table of rules with their counts and a few places. */
function printCounts(entries: readonly Entry[], style: Style): string[] {
  const rows = [...byRule(entries)].sort(([, a], [, b]) => b.length - a.length);
  let [wordsWidth, countWidth] = [0, 0];
  for (const [words, places] of rows) {
    wordsWidth = Math.max(wordsWidth, columns(words));
    countWidth = Math.max(countWidth, String(places.length).length);
  }
  const lines = rows.flatMap(([words, places]) => {
    const start = `  ${words.padEnd(wordsWidth)}  ${String(places.length).padStart(countWidth)}  `;
    const indent = " ".repeat(columns(start));
    const wrapped = wrapWords(joinSome(places, 3), indent, style.width);
    return wrapped.map((line, index) => (index === 0 ? start + line.slice(indent.length) : line));
  });
  return [style.paint("Notices, by kind", 1), ...lines, ""];
}

function byRule(entries: readonly Entry[]): Map<string, string[]> {
  const rules = new Map<string, Set<string>>();
  for (const entry of entries) {
    for (const { rule } of entry.findings) {
      const words = ruleWords(rule);
      const places = rules.get(words);
      if (places) places.add(placeOf(entry));
      else rules.set(words, new Set([placeOf(entry)]));
    }
  }
  return new Map([...rules].map(([words, places]) => [words, [...places]]));
}

/** The verdict, the place, and what to ask `shapelog explain` for: on the same line where it has room. */
function printHead(entry: Entry, { paint, width }: Pick<Style, "paint" | "width">): string[] {
  const [verdict, place] = [VERDICT_WORDS[entry.verdict], printable(placeOf(entry))];
  const head = `  ${paint(verdict, COLORS[entry.verdict])}   ${place}`;
  const rules = [...new Set(entry.findings.map(({ rule }) => rule))].join(", ");
  if (columns(`  ${verdict}   ${place}   ${rules}`) <= width) return [`${head}   ${paint(rules, DIM)}`];
  return [head, ...wrapWords(rules, "    ", width).map((line) => paint(line, DIM))];
}

function printEntry(entry: Entry, { paint, width, ids }: Style): string[] {
  const wrap = (text: string) => wrapWords(text, "    ", width);
  const lines = printHead(entry, { paint, width });
  for (const line of printIds(entry, ids)) lines.push(paint(line, DIM));
  const isOther = (path: string) => entry.own && entry.otherPaths.includes(path);
  for (const path of onlyPath(entry) === undefined ? entry.paths.slice(0, SHOWN_PATHS) : [])
    lines.push(`    ${printable(path)}${isOther(path) ? "   (not yours)" : ""}`);
  const more = countMore(entry.places, Math.min(entry.paths.length, SHOWN_PATHS));
  if (more !== undefined) lines.push(`    … and ${more} ${/(^| )1 more$/.test(more) ? "place" : "places"}`);
  if (entry.operations.length > 1) for (const each of wrap(`in ${listOperations(entry)}`)) lines.push(each);
  const values = (sign: string, list: readonly (string | number)[], code: number) =>
    wrapPieces(signed(sign, list), { gap: "   ", indent: "    ", width }).map((line) => paint(line, code));
  for (const line of values("−", entry.removed, 31)) lines.push(line);
  for (const line of values("+", entry.added, 32)) lines.push(line);
  for (const sentence of sentences(entry))
    for (const line of wrapMarkdown(sentence, "    ", width)) lines.push(line);
  for (const words of new Set(entry.findings.flatMap((finding) => trafficWords(finding) ?? [])))
    for (const line of wrap(words)) lines.push(line);
  for (const words of new Set(entry.findings.flatMap((finding) => policyWords(finding) ?? [])))
    for (const line of wrap(words)) lines.push(line);
  for (const words of acceptedNotes(entry.findings)) for (const line of wrap(words)) lines.push(line);
  for (const { path, values: kept } of entry.unaffected)
    for (const each of wrap(`Not affected: ${path} keeps ${joinWords(kept)}.`)) lines.push(each);
  for (const line of printWitnesses(entry.findings, { paint, width })) lines.push(line);
  return lines;
}

/** Returns the ids of an entry's findings, with their rules where they are several. */
function printIds({ findings }: Entry, ids: PrintTextOptions["ids"]): string[] {
  const isOpen = ({ verdict, accepted }: PolicyFinding) =>
    !accepted && (verdict === "breaking" || verdict === "check");
  const shown = ids === undefined ? [] : findings.filter((finding) => ids === "all" || isOpen(finding));
  return shown.map(({ id, rule }) => `    finding ${id}${findings.length > 1 ? `   ${rule}` : ""}`);
}

function listOperations({ operations, otherOperations }: Entry): string {
  return listOwnFirst(operations.map(shapeName), otherOperations.map(shapeName), { limit: SHOWN_OPERATIONS });
}

function signed(sign: string, values: readonly (string | number)[]): string[] {
  const shown = values.slice(0, SHOWN_VALUES).map((value) => `${sign} ${printable(visible(value))}`);
  const more = values.length - shown.length;
  return more > 0 ? [...shown, `… and ${more} more`] : shown;
}

/** Returns what is told of an entry, as Markdown. */
function sentences(entry: Entry): string[] {
  return saidOnce(entry).flatMap((finding) => [
    ...(isToldByValues(finding) && finding.affected ? [] : [finding.message]),
    ...(finding.affected ? [`Affected if ${finding.affected}.`] : []),
    ...(finding.action ? [finding.action] : []),
  ]);
}

/** Returns Markdown as plain text in lines of at most `width` columns, where its words allow; made safe to print. */
function wrapMarkdown(markdown: string, indent: string, width: number): string[] {
  return wrapPieces(plainWords(markdown).map(printable), { gap: " ", indent, width });
}

function joinWords(values: readonly (string | number)[]): string {
  return listWords(values.map(visible));
}

function printSuppressed(findings: readonly PolicyFinding[], { paint, width, all, ids }: Style): string[] {
  if (findings.length === 0) return [];
  const shown = all ? findings : findings.slice(0, SHOWN_SUPPRESSED);
  const lines = shown.flatMap((finding) => [
    ...wrapMarkdown(`${shapeName(finding.shape)}: ${finding.message}`, "  ", width),
    ...wrapWords(`${policyWords(finding) ?? ""} [${finding.rule}]`, "    ", width),
    ...acceptedNotes([finding]).flatMap((words) => wrapWords(words, "    ", width)),
    ...(ids === "all" ? [paint(`    finding ${finding.id}`, DIM)] : []),
  ]);
  const more = findings.length - shown.length;
  if (more > 0) lines.push(`  … and ${more} more`);
  return [paint(`Suppressed by policy: ${findings.length}`, 1), ...lines, ""];
}

function printSummary(summary: Summary, comparison: Comparison, { paint, width }: Style): string[] {
  if (summary.changes === 0) return ["No difference."];
  const { verdicts } = summary;
  const parts = [
    count(summary.operations, "operation"),
    ...(verdicts.breaking > 0 ? [`${verdicts.breaking} breaking`] : []),
    `${verdicts.check} to check`,
    ...(verdicts.safe > 0 ? [`${verdicts.safe} safe`] : []),
    ...(verdicts.notice > 0 ? [count(verdicts.notice, "notice")] : []),
    `${summary.wireBreaking} breaking on the wire`,
    ...describeWitnesses(comparison),
    ...(summary.others > 0 ? [`${summary.others} in other operations`] : []),
    ...(summary.suppressed > 0 ? [`${summary.suppressed} suppressed`] : []),
    ...(summary.accepted > 0 ? [`${summary.accepted} accepted`] : []),
  ];
  const bump = describeBump(comparison);
  const lines = wrapMarkdown(`${parts.join(", ")}.`, "", width);
  const release = bump ? wrapMarkdown(bumpSentence(bump), "", width) : [];
  const told = [
    ...lines,
    ...release.map((line) =>
      line.replace(/^Release: (\w+)/, (_, word: string) => `Release: ${paint(word, 1)}`),
    ),
  ];
  return [...told, paint("What an id means: shapelog explain ID", DIM)];
}
