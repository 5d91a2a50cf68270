import { printable } from "@shapelog/diagnostics";
import { shapeName } from "@shapelog/model";
import type { Comparison } from "../comparison.js";
import { createEntries, type Entry, isToldByValues, onlyPath, saidOnce } from "../create-entries.js";
import { VERDICT_WORDS, VERDICTS } from "../finding.js";
import type { PolicyFinding } from "../policy/policy.js";
import { summarize } from "../summarize.js";
import { count, joinSome, visible } from "../words.js";
import { splitCodeSpans } from "./code-spans.js";
import { type BumpReason, bumpSentence, describeBump } from "./describe-bump.js";
import { findingAnchor } from "./finding-anchor.js";
import { findingNotes } from "./finding-notes.js";
import { placeOf } from "./group-entries.js";
import { listOwnFirst } from "./list-own-first.js";

/**
 * Returns a comparison as a fragment of HTML, without styles or scripts: a section with headings from `h2` down. What
 * went and what came is in `del` and `ins`, with signs and words, so that no meaning hangs on colour.
 */
export function printComparisonHtml(comparison: Comparison): string {
  const entries = createEntries(comparison);
  const own = entries.filter((entry) => entry.own);
  const others = entries.filter((entry) => !entry.own);
  const lines = [
    `<section class="shapelog-diff">`,
    ...printHead(comparison, entries),
    ...printVerdicts(own, "h3"),
    ...(others.length > 0
      ? [
          "<section>",
          "<h3>Other operations: not yours, not counted</h3>",
          ...printVerdicts(others, "h4"),
          "</section>",
        ]
      : []),
    ...printSuppressed(comparison.suppressed ?? []),
    "</section>",
  ];
  return `${lines.join("\n")}\n`;
}

function printHead(comparison: Comparison, entries: readonly Entry[]): string[] {
  const { before, after } = comparison;
  const summary = summarize(comparison, entries);
  const sides = `${code(before.date ?? before.label)} → ${code(after.date ?? after.label)}`;
  const release = after.release ? ` ${escapeHtml(after.release)}` : "";
  const head = [`<h2>${escapeHtml(comparison.title)}</h2>`, `<p>${sides}${release}</p>`];
  if (summary.changes === 0) return [...head, "<p>No difference.</p>"];
  const rows = VERDICTS.map(
    (verdict) =>
      `<tr><th scope="row">${VERDICT_WORDS[verdict]}</th><td>${summary.verdicts[verdict]}</td></tr>`,
  );
  const bump = describeBump(comparison);
  const figures = [
    count(summary.operations, "operation"),
    `${summary.wireBreaking} breaking on the wire`,
    ...(summary.others > 0 ? [`${summary.others} in other operations, not counted`] : []),
    ...(summary.suppressed > 0 ? [`${summary.suppressed} suppressed by policy`] : []),
    ...(summary.accepted > 0 ? [`${summary.accepted} accepted`] : []),
  ];
  const told = bump ? ` ${printRelease(bump)}` : "";
  return [
    ...head,
    `<table><caption>Entries by verdict</caption><tbody>${rows.join("")}</tbody></table>`,
    `<p>${figures.join(", ")}.${told}</p>`,
  ];
}

function printRelease(reason: BumpReason): string {
  return inline(bumpSentence(reason)).replace(/^(Release: )(\w+)/, "$1<strong>$2</strong>");
}

function printVerdicts(entries: readonly Entry[], heading: "h3" | "h4"): string[] {
  return VERDICTS.flatMap((verdict) => {
    const list = entries.filter((entry) => entry.verdict === verdict);
    if (list.length === 0) return [];
    const title = `${VERDICT_WORDS[verdict]} (${list.length})`;
    const items = ["<ul>", ...list.map(printEntry), "</ul>"];
    if (verdict === "notice")
      return [`<details class="${verdict}"><summary>${title}</summary>`, ...items, "</details>"];
    return [`<section class="${verdict}">`, `<${heading}>${title}</${heading}>`, ...items, "</section>"];
  });
}

function printEntry(entry: Entry): string {
  const codes = (names: readonly string[]) => names.map(code);
  const operations = codes(entry.operations.map(shapeName));
  const others = codes(entry.otherOperations.map(shapeName));
  const reached = operations.length > 0 ? ` in ${listOwnFirst(operations, others, { limit: 8 })}` : "";
  const direction = entry.direction === undefined ? "" : ` (${entry.direction})`;
  const paths = listOwnFirst(codes(entry.paths), codes(entry.otherPaths), {
    limit: 12,
    total: entry.places,
  });
  const places = entry.paths.length > 0 && onlyPath(entry) === undefined ? [`<p>At ${paths}.</p>`] : [];
  const parts = [
    `<p><strong>${code(placeOf(entry))}</strong>${reached}${direction}</p>`,
    ...places,
    ...printValues(REMOVED, entry.removed),
    ...printValues(ADDED, entry.added),
    ...sentences(entry).map((sentence) => `<p>${sentence}</p>`),
    ...entry.unaffected.map(
      ({ path, values }) => `<p>Not affected: ${code(path)} keeps ${joinSome(values.map(code), 12)}.</p>`,
    ),
  ];
  const [first, ...more] = entry.findings.map(({ id }) => findingAnchor(id));
  const anchors = more.map((anchor) => `<span id="${anchor}"></span>`).join("");
  return `<li id="${first}">${anchors}${parts.join("")}</li>`;
}

const REMOVED = { word: "Removed", tag: "del", sign: "−" } as const;
const ADDED = { word: "Added", tag: "ins", sign: "+" } as const;

function printValues(
  { word, tag, sign }: typeof REMOVED | typeof ADDED,
  values: readonly (string | number)[],
): string[] {
  if (values.length === 0) return [];
  const items = values.map((value) => `<${tag}>${sign} ${code(value)}</${tag}>`);
  return [`<p>${word}: ${items.join(", ")}</p>`];
}

function sentences(entry: Entry): string[] {
  const told = saidOnce(entry).flatMap((finding) => [
    ...(isToldByValues(finding) && finding.affected ? [] : [inline(finding.message)]),
    ...(finding.affected ? [`Affected if ${inline(finding.affected)}.`] : []),
    ...(finding.action ? [inline(finding.action)] : []),
  ]);
  return [...told, ...findingNotes(entry.findings).map((words) => `<em>${escapeHtml(words)}</em>`)];
}

function printSuppressed(findings: readonly PolicyFinding[]): string[] {
  if (findings.length === 0) return [];
  const items = findings.map(
    (finding) =>
      `<li id="${findingAnchor(finding.id)}"><p>${inline(finding.message)}</p>${findingNotes([finding])
        .map((words) => `<p><em>${escapeHtml(words)}</em></p>`)
        .join("")}</li>`,
  );
  const title = `Suppressed by policy (${findings.length})`;
  return [`<details class="suppressed"><summary>${title}</summary>`, "<ul>", ...items, "</ul>", "</details>"];
}

function inline(markdown: string): string {
  return splitCodeSpans(markdown)
    .map((span) => (span.kind === "code" ? code(span.text) : escapeHtml(span.text)))
    .join("");
}

function code(value: string | number): string {
  const text = visible(value);
  if (text !== String(value)) return escapeHtml(text);
  return `<code>${escapeHtml(String(value))}</code>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
