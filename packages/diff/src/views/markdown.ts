import { printable } from "@shapelog/diagnostics";
import { shapeName } from "@shapelog/model";
import type { Comparison } from "../comparison.js";
import { createEntries, type Entry, isToldByValues, onlyPath, saidOnce } from "../create-entries.js";
import { VERDICT_WORDS, VERDICTS, type Verdict } from "../finding.js";
import type { PolicyFinding } from "../policy/policy.js";
import { summarize } from "../summarize.js";
import { code, codeList, count, type Shown } from "../words.js";
import { bumpSentence, describeBump } from "./describe-bump.js";
import { findingAnchor } from "./finding-anchor.js";
import { findingNotes } from "./finding-notes.js";
import { foldErrors, placeOf, ruleWords } from "./group-entries.js";
import { escapeMarkdown, inlineMarkdown } from "./inline-markdown.js";
import { listOwnFirst } from "./list-own-first.js";

export interface PrintMarkdownOptions {
  /**
   * The most characters to print; what does not fit is counted. Default: 60,000, since a comment on GitHub holds
   * 65,536.
   */
  readonly limit?: number;
}

/** Returns a comparison as Markdown for a pull request: figures, then what needs work, then the rest folded away. */
export function printComparisonMarkdown(comparison: Comparison, options: PrintMarkdownOptions = {}): string {
  const entries = createEntries(comparison);
  const head = printHead(comparison, entries);
  const own = entries.filter((entry) => entry.own);
  const others = entries.filter((entry) => !entry.own);
  const blocks = [
    ...printVerdicts(own),
    ...(others.length > 0
      ? [`#### Other operations (not yours, not counted)`, ...printVerdicts(others)]
      : []),
    ...printSuppressed(comparison.suppressed ?? []),
  ];
  return `${[head, ...fit(blocks, (options.limit ?? 60_000) - head.length)].join("\n\n")}\n`;
}

/**
 * What one entry, or one rule of those that need no work, is told with: an item of a list.
 *
 * @internal
 */
export interface MarkdownItem {
  readonly kind: Verdict | "suppressed";
  readonly text: string;
}

/**
 * Returns what the Markdown of a comparison lists, worst first, for reports that put several comparisons together.
 *
 * @internal
 */
export function listMarkdownItems(comparison: Comparison): readonly MarkdownItem[] {
  const entries = createEntries(comparison);
  return [
    ...VERDICTS.flatMap((kind) => {
      const list = entries.filter((entry) => entry.verdict === kind);
      const texts = isWork(kind) ? foldErrors(list).map(printEntry) : listRules(list);
      return texts.map((text) => ({ kind, text: text.replace(ANCHORS, "") }));
    }),
    ...listSuppressed(comparison.suppressed ?? []).map((text) => ({ kind: "suppressed" as const, text })),
  ];
}

/** A comment has its own anchors, and nobody links into one. */
const ANCHORS = /(?<=^- )(?:<a id="f-[0-9a-f]{12}"><\/a>)+/;

/** Returns the blocks that fit, and how many do not. */
function fit(blocks: readonly string[], limit: number): string[] {
  let left = limit - 100;
  const shown = blocks.findIndex((block) => {
    left -= block.length + 2;
    return left < 0;
  });
  if (shown === -1) return [...blocks];
  const dropped = blocks.length - shown;
  return [
    ...blocks.slice(0, shown),
    `*${count(dropped, "more block does", "more blocks do")} not fit here.*`,
  ];
}

function printHead(comparison: Comparison, entries: readonly Entry[]): string {
  const { before, after } = comparison;
  const summary = summarize(comparison, entries);
  const sides = `${value(before.date ?? before.label)} → ${value(after.date ?? after.label)}`;
  const release = after.release ? `, ${escapeMarkdown(after.release)}` : "";
  const title = `### ${escapeMarkdown(comparison.title)}: ${sides}${release}`;
  if (summary.changes === 0) return `${title}\n\nNo difference.`;
  const bump = describeBump(comparison);
  const extra = [
    ...(summary.others > 0 ? [`${summary.others} in other operations, not counted`] : []),
    ...(summary.suppressed > 0 ? [`${summary.suppressed} suppressed by policy`] : []),
    ...(summary.accepted > 0 ? [`${summary.accepted} accepted`] : []),
  ];
  const rows = VERDICTS.map((verdict) => `| ${VERDICT_WORDS[verdict]} | ${summary.verdicts[verdict]} |`);
  const figures = [
    count(summary.operations, "operation"),
    `${summary.wireBreaking} breaking on the wire`,
    ...extra,
  ];
  const told = bump ? ` ${bumpSentence({ ...bump, because: inlineMarkdown(bump.because) }, "**")}` : "";
  return `${title}\n\n| Verdict | Entries |\n|:--|--:|\n${rows.join("\n")}\n\n${figures.join(", ")}.${told}`;
}

function printVerdicts(entries: readonly Entry[]): string[] {
  return VERDICTS.flatMap((verdict) => {
    const list = entries.filter((entry) => entry.verdict === verdict);
    if (list.length === 0) return [];
    if (!isWork(verdict)) return [fold(`${VERDICT_WORDS[verdict]} (${list.length})`, listRules(list))];
    return [`#### ${VERDICT_WORDS[verdict]} (${list.length})`, ...foldErrors(list).map(printEntry)];
  });
}

function isWork(verdict: Verdict): boolean {
  return verdict === "breaking" || verdict === "check";
}

function printEntry(entry: Entry): string {
  const [first, ...more] = sentences(entry);
  const reached = entry.operations.length > 0 ? ` in ${listOperations(entry)}` : "";
  const direction = entry.direction === undefined ? "" : ` (${entry.direction})`;
  const values = [
    ...(entry.removed.length > 0 ? [`− removed ${valueList(entry.removed)}`] : []),
    ...(entry.added.length > 0 ? [`+ added ${valueList(entry.added)}`] : []),
  ];
  const lines = [
    ...(entry.paths.length > 0 && onlyPath(entry) === undefined
      ? [
          `at ${listOwnFirst(entry.paths, entry.otherPaths, { limit: 12, total: entry.places, list: codeNames })}`,
        ]
      : []),
    ...values,
    ...(first === undefined ? [] : [first]),
    ...more,
    ...entry.unaffected.map(
      ({ path, values: kept }) => `Not affected: ${value(path)} keeps ${valueList(kept)}.`,
    ),
  ];
  return [
    `- ${anchors(entry)}**${value(placeOf(entry))}**${reached}${direction}`,
    ...lines.map((line) => `  - ${line}`),
  ].join("\n");
}

/** Each finding of an entry has an anchor, so that a link to it holds whatever else is told beside it. */
function anchors({ findings }: Entry): string {
  return findings.map(({ id }) => `<a id="${findingAnchor(id)}"></a>`).join("");
}

function listOperations({ operations, otherOperations }: Entry): string {
  return listOwnFirst(operations.map(shapeName), otherOperations.map(shapeName), {
    limit: 5,
    list: codeNames,
  });
}

function codeNames(names: readonly string[], shown: Shown): string {
  return codeList(names.map(printable), "and", shown);
}

function sentences(entry: Entry): string[] {
  const told = saidOnce(entry).flatMap((finding) => [
    ...(isToldByValues(finding) && finding.affected ? [] : [inlineMarkdown(finding.message)]),
    ...(finding.affected ? [`Affected if ${inlineMarkdown(finding.affected)}.`] : []),
    ...(finding.action ? [inlineMarkdown(finding.action)] : []),
  ]);
  return [...told, ...policyNotes(entry.findings)];
}

function policyNotes(findings: readonly PolicyFinding[]): string[] {
  return findingNotes(findings).map((words) => `*${escapeMarkdown(words)}*`);
}

/** Returns one line for each rule. */
function listRules(entries: readonly Entry[]): readonly string[] {
  const rules = new Map<string, { readonly places: Set<string>; readonly notes: Set<string> }>();
  for (const entry of entries) {
    for (const finding of entry.findings) {
      const row = rules.get(finding.rule) ?? { places: new Set(), notes: new Set() };
      rules.set(finding.rule, row);
      row.places.add(printable(placeOf(entry)));
      for (const note of policyNotes([finding])) row.notes.add(note);
    }
  }
  return [...rules].map(([rule, { places, notes }]) => {
    const after = notes.size > 0 ? ` ${[...notes].join(" ")}` : "";
    return `- ${ruleWords(rule)} (${places.size}): ${codeList([...places], "and", 20)}${after}`;
  });
}

function printSuppressed(findings: readonly PolicyFinding[]): string[] {
  if (findings.length === 0) return [];
  return [fold(`Suppressed by policy (${findings.length})`, listSuppressed(findings))];
}

function listSuppressed(findings: readonly PolicyFinding[]): readonly string[] {
  return findings.map(
    (finding) => `- ${inlineMarkdown(finding.message)} ${policyNotes([finding]).join(" ")}`,
  );
}

function fold(summary: string, lines: readonly string[]): string {
  return `<details><summary>${summary}</summary>\n\n${lines.join("\n")}\n\n</details>`;
}

function value(text: string | number): string {
  return code(printable(String(text)));
}

function valueList(values: readonly (string | number)[]): string {
  return codeList(values.map((each) => printable(String(each))));
}
