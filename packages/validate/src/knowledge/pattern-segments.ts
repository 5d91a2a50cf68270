import { isIdentifier } from "@shapelog/model";

/** One part of a URI or host prefix: text, or a label that a member fills. */
export interface PatternSegment {
  readonly kind: "literal" | "label" | "greedy";
  /** The text, or the label's name. */
  readonly content: string;
}

/** Reads one segment; returns half a sentence where it is malformed. */
export function parseSegment(text: string): PatternSegment | string {
  if (text === "") return "has an empty segment";
  if (!text.startsWith("{") || !text.endsWith("}")) {
    return /[{}]/.test(text) ? `has a brace inside "${text}"` : { kind: "literal", content: text };
  }
  const greedy = text.endsWith("+}");
  const content = text.slice(1, greedy ? -2 : -1);
  if (!isIdentifier(content)) return `has the label ${text}, whose name is not an identifier`;
  return { kind: greedy ? "greedy" : "label", content };
}

/** Returns the labels among segments. */
export function labelsOf(segments: readonly PatternSegment[]): readonly PatternSegment[] {
  return segments.filter(({ kind }) => kind !== "literal");
}

/** Returns the name of a label that is there twice, whatever its case, or `undefined`. */
export function findRepeatedLabel(segments: readonly PatternSegment[]): string | undefined {
  const seen = new Set<string>();
  for (const { content } of labelsOf(segments)) {
    const name = content.toLowerCase();
    if (seen.has(name)) return content;
    seen.add(name);
  }
  return undefined;
}
