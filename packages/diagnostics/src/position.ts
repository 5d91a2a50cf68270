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

/** Returns the position of a location, or `undefined` where its text or its pointer cannot be found. */
export type FindPosition = (location: Location) => Position | undefined;

/** Returns a function that finds the positions of many locations: each text is walked once, as far as is needed. */
export function createPositionFinder(sources: SourceTexts | undefined): FindPosition {
  const files = new Map<string, (offset: number) => Position>();
  return ({ file, offset, pointer }) => {
    if (!sources || (offset === undefined && pointer === undefined)) return undefined;
    const text = sources.text(file);
    if (text === undefined) return undefined;
    const at = offset ?? sources.offsetOf?.(text, pointer ?? "");
    if (at === undefined) return undefined;
    const find = files.get(file) ?? createLineFinder(text);
    files.set(file, find);
    return find(at);
  };
}

/** Returns line and column of `offset` in `text`. `\n`, `\r\n` and `\r` end a line; offsets past the end mean the end. */
export function findPosition(text: string, offset: number): Position {
  const end = clamp(text, offset);
  return createPosition(text, walkLines(text, FIRST, { from: 0, to: end }), end);
}

/** The line that a place of a text is in. */
interface Line {
  readonly line: number;
  /** The offset the line starts at. */
  readonly start: number;
}

const FIRST: Line = { line: 1, start: 0 };
/** How far marks stand apart: a text of line breaks alone must not take more memory than any other. */
const STEP = 4096;

function createLineFinder(text: string): (offset: number) => Position {
  /** The line at every {@link STEP}-th code unit, as far as was asked. */
  const marks = [FIRST];
  return (offset) => {
    const end = clamp(text, offset);
    const nearest = Math.floor(end / STEP);
    for (let mark = marks.length; mark <= nearest; mark++)
      marks.push(walkLines(text, marks[mark - 1] ?? FIRST, { from: (mark - 1) * STEP, to: mark * STEP }));
    return createPosition(
      text,
      walkLines(text, marks[nearest] ?? FIRST, { from: nearest * STEP, to: end }),
      end,
    );
  };
}

function clamp(text: string, offset: number): number {
  return Math.max(0, Math.min(offset, text.length));
}

/** Returns the line that `to` is in, given the one that `from` is in. */
function walkLines(
  text: string,
  known: Line,
  { from, to }: { readonly from: number; readonly to: number },
): Line {
  let { line, start } = known;
  for (let index = from; index < to; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) {
      line++;
      start = index + 1;
    }
  }
  return { line, start };
}

function createPosition(text: string, { line, start }: Line, end: number): Position {
  const rest = text.slice(start, start + 4096);
  const breakAt = rest.search(/[\r\n]/);
  const lineText = breakAt === -1 ? rest : rest.slice(0, breakAt);
  return { line, column: end - start + 1, lineText };
}
