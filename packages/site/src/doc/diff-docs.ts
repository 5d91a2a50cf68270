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
/** How many words may differ before the whole is told as replaced. The time goes with the square of it. */
const MOST_EDITS = 500;
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
  const parts = diffTexts(old, now);
  const shown = parts.slice(0, MOST_PARTS).map((part, index) => shorten(part, index, parts.length));
  return shown.length < parts.length ? [...shown, { kind: "same", text: " … and more" }] : shown;
}

/** Returns runs of words. Only what stands between the same beginning and the same end is looked at word by word. */
function diffTexts(old: string, now: string): DiffPart[] {
  const start = sameStart(old, now);
  const end = sameEnd(old.slice(start), now.slice(start));
  const [removed, added] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const found = diffWords(removed, added, { maxEditLength: MOST_EDITS });
  const between = found?.map(({ value, added, removed }): DiffPart => {
    return { kind: added ? "added" : removed ? "removed" : "same", text: value };
  }) ?? [
    { kind: "removed", text: removed },
    { kind: "added", text: added },
  ];
  const same = (text: string): DiffPart[] => (text === "" ? [] : [{ kind: "same", text }]);
  return joinSame([...same(old.slice(0, start)), ...between, ...same(old.slice(old.length - end))]);
}

/** Returns how many characters two texts begin with that are the same and end with a space. */
function sameStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a.lastIndexOf(" ", at - 1) + 1;
}

/** Returns how many characters two texts end with that are the same and begin with a space. */
function sameEnd(a: string, b: string): number {
  let length = 0;
  const most = Math.min(a.length, b.length);
  while (length < most && a[a.length - length - 1] === b[b.length - length - 1]) length++;
  const space = a.indexOf(" ", a.length - length);
  return length === 0 || space === -1 ? 0 : a.length - space;
}

function joinSame(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === "same" && last?.kind === "same")
      joined[joined.length - 1] = { kind: "same", text: last.text + part.text };
    else if (part.text !== "") joined.push(part);
  }
  return joined;
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
