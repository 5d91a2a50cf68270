import { printable } from "@shapelog/diagnostics";

/**
 * Returns text in lines of at most `width` columns, where its words allow; made safe to print.
 *
 * @internal
 */
export function wrapWords(text: string, indent: string, width: number): string[] {
  return wrapPieces(printable(text).split(" "), { gap: " ", indent, width });
}

/** How pieces are laid out. */
export interface Layout {
  /** What stands between two pieces of a line. */
  readonly gap: string;
  readonly indent: string;
  /** How many columns a line has at most. */
  readonly width: number;
}

/** Returns pieces, which are never broken, in lines of at most `width` columns where they allow. */
export function wrapPieces(pieces: readonly string[], { gap, indent, width }: Layout): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && columns(indent) + columns(line) + gap.length + columns(piece) > width) {
      lines.push(indent + line.trimEnd());
      line = piece;
    } else {
      line = line === "" ? piece : `${line}${gap}${piece}`;
    }
  }
  if (line.trim() !== "") lines.push(indent + line.trimEnd());
  return lines;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Extended_Pictographic}]/u;
const NO_WIDTH = /\p{Mark}/u;

/** Returns how many columns text takes on a terminal: two for East Asian wide characters and pictographs, none for marks. */
export function columns(text: string): number {
  let total = 0;
  for (const character of text) {
    if (character < "\u0300") total++;
    else if (!NO_WIDTH.test(character)) total += WIDE.test(character) ? 2 : 1;
  }
  return total;
}
