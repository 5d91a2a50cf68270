import { printable } from "@shapelog/diagnostics";
import { structuredPatch } from "diff";

/** A text on each side, as the lines of a file are compared. */
export interface PlainSides {
  readonly before: string;
  readonly after: string;
}

/** Colours as git has them. */
const COLORS: Readonly<Record<string, string>> = { "+": "\u001b[32m", "-": "\u001b[31m", "@": "\u001b[36m" };

/** How many lines may come and go before all of them are shown as another text: looking for more takes its square. */
const MOST_EDITS = 4000;

/** Returns the lines that differ between two texts, with three lines around them, as `git diff` prints them below its header. */
export function printPlainDiff({ before, after }: PlainSides, color: boolean): string {
  const lines = listHunks(before, after) ?? [...whole("-", before), ...whole("+", after)];
  return lines.map((line) => `${paint(line, color)}\n`).join("");
}

function listHunks(before: string, after: string): readonly string[] | undefined {
  const found = structuredPatch("", "", before, after, "", "", { context: 3, maxEditLength: MOST_EDITS });
  return found?.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`,
    ...lines,
  ]);
}

function range(start: number, lines: number): string {
  return lines === 1 ? `${start}` : `${start},${lines}`;
}

function whole(mark: string, text: string): readonly string[] {
  if (text === "") return [];
  const lines = text.replace(/\n$/, "").split("\n");
  return [...(mark === "-" ? ["@@ everything differs @@"] : []), ...lines.map((line) => mark + line)];
}

function paint(line: string, color: boolean): string {
  const shown = line.slice(0, 1) + printable(line.slice(1)).replaceAll("\\u{9}", "\t");
  const start = color ? COLORS[line.slice(0, 1)] : undefined;
  return start === undefined ? shown : `${start}${shown}\u001b[0m`;
}
