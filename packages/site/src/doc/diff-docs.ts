import { diffWords } from "diff";
import type { Block, Doc } from "./doc.js";
import { inlineText } from "./inline-text.js";

/** A run of words of two texts: in both, or in one of them. */
export interface DiffPart {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/** Longer texts are compared up to here. */
const LONGEST = 12_000;
/** How many words may differ before the whole is told as replaced. */
const MOST_EDITS = 1500;
/** How many runs are shown; more are a text written anew. */
const MOST_PARTS = 24;
/** How many characters of what did not change are shown on each side of what did. */
const AROUND = 60;
/** How many characters of one run are shown. */
const LONGEST_PART = 800;

/** Returns what differs between two texts as readers see them, word by word. Empty where nothing that is seen does. */
export function diffDocs(before: Doc, after: Doc): DiffPart[] {
  const [old, now] = [docText(before).slice(0, LONGEST), docText(after).slice(0, LONGEST)];
  if (old === now) return [];
  const found = diffWords(old, now, { maxEditLength: MOST_EDITS });
  const parts = found?.map(({ value, added, removed }): DiffPart => {
    return { kind: added ? "added" : removed ? "removed" : "same", text: value };
  }) ?? [
    { kind: "removed", text: old },
    { kind: "added", text: now },
  ];
  const shown = parts.slice(0, MOST_PARTS).map((part, index) => shorten(part, index, parts.length));
  return shown.length < parts.length ? [...shown, { kind: "same", text: " … and more" }] : shown;
}

function shorten({ kind, text }: DiffPart, index: number, count: number): DiffPart {
  if (kind !== "same")
    return { kind, text: text.length > LONGEST_PART ? `${text.slice(0, LONGEST_PART)}…` : text };
  const start = index === 0 ? "" : text.slice(0, AROUND);
  const end = index === count - 1 ? "" : text.slice(-AROUND);
  return start.length + end.length + 10 >= text.length ? { kind, text } : { kind, text: `${start} … ${end}` };
}

/** Returns the words of a text, without what they look like. */
export function docText({ blocks }: Doc): string {
  return blocks.map(blockText).join("\n").trim();
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return inlineText(block.content);
    case "pre":
      return block.text;
    case "rule":
      return "";
    case "bullets":
    case "numbers":
      return block.items.map((item) => `• ${item.map(blockText).join(" ")}`).join("\n");
    case "terms":
      return block.rows.map(({ blocks }) => blocks.map(blockText).join(" ")).join("\n");
    case "table":
      return block.rows.map((row) => row.map((cell) => cell.map(blockText).join(" ")).join(" | ")).join("\n");
    case "note":
      return [block.label, ...block.blocks.map(blockText)].join("\n");
    default:
      return block.blocks.map(blockText).join("\n");
  }
}
