import { findRepeatedLabel, type PatternSegment, parseSegment } from "./pattern-segments.js";

/** `uri` of `@http`. */
export interface UriPattern {
  readonly text: string;
  readonly segments: readonly PatternSegment[];
  /** Parameters that are always there: `?list-type=2`. */
  readonly query: ReadonlyMap<string, string>;
}

/** Reads the `uri` of `@http`; returns half a sentence where it is malformed (Smithy 2.0, "uri"). */
export function parseUriPattern(text: string): UriPattern | string {
  if (!text.startsWith("/")) return 'does not start with "/"';
  if (text.endsWith("?")) return 'ends with "?"';
  if (text.includes("#")) return "has a fragment";
  const mark = text.indexOf("?");
  const segments: PatternSegment[] = [];
  for (const part of splitPath(mark === -1 ? text : text.slice(0, mark))) {
    const segment = parseSegment(part);
    if (typeof segment === "string") return segment;
    segments.push(segment);
  }
  const repeated = findRepeatedLabel(segments);
  if (repeated !== undefined) return `has the label {${repeated}} twice`;
  const query = parseQuery(mark === -1 ? undefined : text.slice(mark + 1));
  return typeof query === "string" ? query : { text, segments, query };
}

/** Slashes at the end make no segments. */
function splitPath(path: string): readonly string[] {
  const parts = path.split("/").slice(1);
  while (parts.at(-1) === "") parts.pop();
  return parts;
}

function parseQuery(text: string | undefined): ReadonlyMap<string, string> | string {
  const query = new Map<string, string>();
  if (text === undefined) return query;
  if (/[{}]/.test(text)) return "has a brace in its query";
  for (const pair of text.split("&")) {
    const equals = pair.indexOf("=");
    const name = equals === -1 ? pair : pair.slice(0, equals);
    if (query.has(name)) return `has the query parameter "${name}" twice`;
    query.set(name, equals === -1 ? "" : pair.slice(equals + 1));
  }
  return query;
}
