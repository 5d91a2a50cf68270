import { findRepeatedLabel, type PatternSegment, parseSegment } from "./pattern-segments.js";

/** `hostPrefix` of `@endpoint`. */
export interface HostPrefix {
  readonly text: string;
  readonly segments: readonly PatternSegment[];
}

/** Reads the `hostPrefix` of `@endpoint`; returns half a sentence where it is malformed (Smithy 2.0, "endpoint trait"). */
export function parseHostPrefix(text: string): HostPrefix | string {
  const segments: PatternSegment[] = [];
  for (const [part] of text.matchAll(/\{[^{}]*\}|[^{}]+|[{}]/g)) {
    if (part === "{") return "has a label that is not closed";
    if (part === "}") return 'has a "}" without a "{"';
    const segment = parseSegment(part);
    if (typeof segment === "string") return segment;
    if (segment.kind === "greedy") return `has the greedy label ${part}`;
    if (segment.kind === "label" && segments.at(-1)?.kind === "label") return "has two labels side by side";
    segments.push(segment);
  }
  const repeated = findRepeatedLabel(segments);
  return repeated === undefined ? { text, segments } : `has the label {${repeated}} twice`;
}
