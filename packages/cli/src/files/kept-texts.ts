import type { SourceText } from "@shapelog/model";
import type { Terminal } from "../terminal.js";

/** What the standard input goes by in diagnostics. */
export const STANDARD_INPUT = "(standard input)";

const KEPT = new WeakMap<Terminal, Map<string, string>>();

/**
 * Keeps a text that is no file on the disk (the standard input, an object of git, an argument), so that what is reported
 * of it can be shown with its line. Returns the text.
 */
export function keepText(terminal: Terminal, source: SourceText): SourceText {
  const texts = KEPT.get(terminal) ?? new Map<string, string>();
  KEPT.set(terminal, texts.set(source.file, source.text));
  return source;
}

/** Returns a text that was kept. */
export function findKeptText(terminal: Terminal, file: string): string | undefined {
  return KEPT.get(terminal)?.get(file);
}
