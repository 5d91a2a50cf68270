import type { Diagnostic, Location, Severity } from "./diagnostic.js";
import { createPositionFinder, type FindPosition, type Position, type SourceTexts } from "./position.js";
import { printable } from "./printable.js";

export interface PrintTextOptions {
  /** Default: no texts, so locations print as file and pointer only. */
  readonly sources?: SourceTexts;
  /** Whether to use ANSI colours. Default: false. */
  readonly color?: boolean;
}

const COLORS: Record<Severity, number> = { error: 31, danger: 31, warning: 33, note: 36 };
const EXCERPT_WIDTH = 100;

/** Returns diagnostics for people: severity, code, message, place, and the line with a caret under the place. */
export function printText(diagnostics: readonly Diagnostic[], options: PrintTextOptions = {}): string {
  const findPosition = createPositionFinder(options.sources);
  return diagnostics
    .map((diagnostic) => printOne(diagnostic, options.color ?? false, findPosition))
    .join("\n");
}

function printOne(diagnostic: Diagnostic, color: boolean, findPosition: FindPosition): string {
  const paint = (text: string, code: number) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const head = paint(diagnostic.severity, COLORS[diagnostic.severity]);
  const lines = [`${head} ${printable(diagnostic.message)} ${paint(`[${printable(diagnostic.code)}]`, 2)}`];
  if (diagnostic.location)
    for (const each of printPlace(diagnostic.location, findPosition, "  at ")) lines.push(each);
  for (const related of diagnostic.related ?? []) {
    lines.push(`  ${printable(related.message)}`, ...printPlace(related.location, findPosition, "    at "));
  }
  return `${lines.join("\n")}\n`;
}

function printPlace(location: Location, findPosition: FindPosition, indent: string): string[] {
  const position = findPosition(location);
  const pointer = location.pointer ? ` (${printable(location.pointer)})` : "";
  if (!position) return [`${indent}${printable(location.file)}${pointer}`];
  return [
    `${indent}${printable(location.file)}:${position.line}:${position.column}${pointer}`,
    ...printExcerpt(position),
  ];
}

function printExcerpt(position: Position): string[] {
  const gutter = String(position.line);
  const from = Math.max(0, position.column - 1 - EXCERPT_WIDTH / 2);
  const cut = position.lineText.slice(from, from + EXCERPT_WIDTH);
  const shown = printable(cut.replaceAll("\t", " "));
  const before = printable(cut.slice(0, position.column - 1 - from).replaceAll("\t", " "));
  if (shown.trim() === "") return [];
  return [
    `  ${gutter} | ${from > 0 ? "…" : ""}${shown}`,
    `  ${" ".repeat(gutter.length)} | ${" ".repeat(before.length + (from > 0 ? 1 : 0))}^`,
  ];
}
