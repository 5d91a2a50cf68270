import { printable } from "@shapelog/diagnostics";
import type { Span } from "./claims/span.js";
import { findFactsBlocks } from "./find-facts-blocks.js";

/** A line of a program in the repository that a revision affects. */
export interface AffectedLine {
  /** The file's path as shown to people. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly effect: keyof typeof EFFECTS;
}

/** What becomes of a line, the worst first. */
const EFFECTS = { breaks: "breaks", dead: "is dead", silent: "changes silently" } as const;
const ORDER = Object.keys(EFFECTS);
const SHOWN = 5;

const HEAD = "Places in this repository:";
const ITEM = `\`[^\`\\n]+:\\d+\` (?:${Object.values(EFFECTS).join("|")})`;
const PARAGRAPH = `[ \\t]*${HEAD} ${ITEM}(?:, ${ITEM})*(?:, and \\d+ more)?\\.[ \\t]*`;

/**
 * Returns the paragraph of a changeset that names lines, the worst first and five at most: each line once, by its worst
 * effect. Files whose names cannot be printed are counted. Nothing where there is none to name.
 */
export function printPlaces(lines: readonly AffectedLine[]): string | undefined {
  const unique = new Map<string, AffectedLine>();
  for (const line of lines.toSorted(compareLines)) {
    const key = `${line.file}:${line.line}`;
    if (!unique.has(key)) unique.set(key, line);
  }
  const named = [...unique].filter(([key]) => !key.includes("`") && printable(key) === key).slice(0, SHOWN);
  if (named.length === 0) return undefined;
  const parts = named.map(([key, { effect }]) => `\`${key}\` ${EFFECTS[effect]}`);
  const rest = unique.size - named.length;
  return `${HEAD} ${parts.join(", ")}${rest > 0 ? `, and ${rest} more` : ""}.`;
}

function compareLines(a: AffectedLine, b: AffectedLine): number {
  const byFile = a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
  return ORDER.indexOf(a.effect) - ORDER.indexOf(b.effect) || byFile;
}

/** The revision whose facts a paragraph stands above. */
export interface PlacesOwner {
  readonly service: string;
  readonly revision: string;
}

/** Returns the paragraph above the facts of a revision, if there is one. */
export function findPlaces(text: string, owner: PlacesOwner): string | undefined {
  const span = findSpan(text, owner);
  return span && text.slice(span.start, span.end).trim();
}

/** Returns a text with a paragraph above the facts of a revision in place of the one there; without one it goes. */
export function setPlaces(text: string, owner: PlacesOwner, paragraph: string | undefined): string {
  const span = findSpan(text, owner);
  const bare = span ? text.slice(0, span.start) + text.slice(span.end) : text;
  const block = findBlock(bare, owner);
  if (!block || paragraph === undefined) return bare;
  return `${bare.slice(0, block.offset)}${paragraph}\n\n${bare.slice(block.offset)}`;
}

/** Returns the paragraphs of a text that name lines. What is written otherwise is prose. */
export function findPlacesSpans(text: string): readonly Span[] {
  const found = text.matchAll(new RegExp(`^${PARAGRAPH}$`, "gm"));
  return [...found].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

/** The paragraph with the blank line behind it. */
function findSpan(text: string, owner: PlacesOwner): Span | undefined {
  const block = findBlock(text, owner);
  if (!block) return undefined;
  const above = new RegExp(`(?<=^|\\n)${PARAGRAPH}\\r?\\n\\r?\\n$`).exec(text.slice(0, block.offset));
  return above ? { start: above.index, end: block.offset } : undefined;
}

function findBlock(text: string, { service, revision }: PlacesOwner) {
  const { blocks } = findFactsBlocks({ file: "", text });
  return blocks.find((block) => block.service === service && block.revision === revision);
}
