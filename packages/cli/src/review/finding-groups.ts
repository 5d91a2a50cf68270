import { type MarkdownItem, VERDICT_WORDS } from "@shapelog/diff";
import type { Group, Item } from "./fit-sections.js";
import type { VerdictCounts } from "./review.js";

/** How many entries of a verdict are open; those after them are folded away. */
const OPEN = 10;

/** How much an item matters where there is no room for all. */
export const RANK = { problem: 0, breaking: 1, error: 1, check: 2, finding: 3, other: 4 } as const;

/**
 * Returns what a comparison lists, worst first. What needs no work is a line for each rule, so that its entries are counted
 * in `counts`.
 */
export function listFindings(items: readonly MarkdownItem[], counts: VerdictCounts): readonly Group[] {
  const ofKind = (kind: MarkdownItem["kind"], rank: number) =>
    items.flatMap((each): Item[] => (each.kind === kind ? [{ text: each.text, rank }] : []));
  const work = (["breaking", "check"] as const).flatMap((kind): Group[] => {
    const found = ofKind(kind, RANK[kind]);
    const [open, folded] = [found.slice(0, OPEN), found.slice(OPEN)];
    const words = VERDICT_WORDS[kind];
    return [
      ...listGroup(`${words} (${found.length})`, open),
      ...foldGroup(`${folded.length} more of ${words}`, folded),
    ];
  });
  const safe = ofKind("safe", RANK.other);
  const notice = ofKind("notice", RANK.other);
  const suppressed = ofKind("suppressed", RANK.other);
  return [
    ...work,
    ...foldGroup(`${VERDICT_WORDS.safe} (${counts.safe})`, safe),
    ...foldGroup(`${VERDICT_WORDS.notice} (${counts.notice})`, notice),
    ...foldGroup(`Suppressed by policy (${suppressed.length})`, suppressed),
  ];
}

/** Returns items below a title; nothing without items. */
export function listGroup(title: string, items: readonly Item[]): readonly Group[] {
  return items.length === 0 ? [] : [{ before: `#### ${title}`, items, after: "" }];
}

/** Returns items that are folded away. Summaries are HTML, so they have nothing but our own words and figures. */
export function foldGroup(summary: string, items: readonly Item[]): readonly Group[] {
  if (items.length === 0) return [];
  return [{ before: `<details><summary>${summary}</summary>`, items, after: "</details>" }];
}
