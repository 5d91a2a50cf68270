import type { Location } from "./diagnostic.js";

/** A position in a text for people: both numbers start at 1; `column` counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  /** The line's text without its line break. */
  readonly lineText: string;
}

/** Gives printers what they need to turn locations into lines and columns. */
export interface SourceTexts {
  /** Returns a file's text, or `undefined` where it is not at hand. */
  text(file: string): string | undefined;
  /** Returns the offset of the value a JSON Pointer names, or `undefined` where there is none. */
  offsetOf?(text: string, pointer: string): number | undefined;
}

/** Returns line and column of `offset` in `text`. `\n`, `\r\n` and `\r` end a line; offsets past the end mean the end. */
export function findPosition(text: string, offset: number): Position {
  const end = Math.max(0, Math.min(offset, text.length));
  let line = 1;
  let start = 0;
  for (let index = 0; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) {
      line++;
      start = index + 1;
    }
  }
  const rest = text.slice(start, start + 4096);
  const breakAt = rest.search(/[\r\n]/);
  const lineText = breakAt === -1 ? rest : rest.slice(0, breakAt);
  return { line, column: end - start + 1, lineText };
}

/** Returns the position of a location, or `undefined` where its text or its pointer cannot be found. */
export function resolvePosition(location: Location, sources: SourceTexts): Position | undefined {
  if (location.offset === undefined && location.pointer === undefined) return undefined;
  const text = sources.text(location.file);
  if (text === undefined) return undefined;
  const offset = location.offset ?? sources.offsetOf?.(text, location.pointer ?? "");
  return offset === undefined ? undefined : findPosition(text, offset);
}
