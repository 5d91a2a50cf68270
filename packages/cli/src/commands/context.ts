import { resolve } from "node:path";
import type { Diagnostic, SourceTexts } from "@shapelog/diagnostics";
import {
  hasSeverity,
  printGithub,
  printJson,
  printSarif,
  printText,
  type Severity,
} from "@shapelog/diagnostics";
import { indexPointers, offsetOfPointer } from "@shapelog/json";
import type { DiagnosticFormat } from "../diagnostic-formats.js";
import { findKeptText } from "../files/kept-texts.js";
import { readQuietly } from "../files/read-quietly.js";
import { printed } from "../printed.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";

/** Returns the texts that diagnostics are about, each read once, for printers that show lines and columns. */
export function createSources(terminal: Terminal): SourceTexts {
  const texts = new Map<string, string | undefined>();
  return {
    text(file) {
      if (!texts.has(file))
        texts.set(file, findKeptText(terminal, file) ?? readQuietly(resolve(terminal.cwd, file)));
      return texts.get(file);
    },
    offsetOf: offsetOfPointer,
  };
}

/** Returns sources for thousands of places in one file: each text is walked once. */
export function createIndexedSources(terminal: Terminal): SourceTexts {
  const indexes = new Map<string, ReadonlyMap<string, number>>();
  return {
    ...createSources(terminal),
    offsetOf(text, pointer) {
      const index = indexes.get(text) ?? indexPointers(text);
      indexes.set(text, index);
      return index.get(pointer);
    },
  };
}

/** Writes diagnostics for people to the error stream. */
export function report(terminal: Terminal, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 0) return;
  const sources = chooseSources(terminal, diagnostics);
  terminal.err(printed(printText(diagnostics, { sources, color: terminal.color })));
}

/** A few places are sooner found one by one. */
function chooseSources(terminal: Terminal, diagnostics: readonly Diagnostic[]): SourceTexts {
  return diagnostics.length > 10 ? createIndexedSources(terminal) : createSources(terminal);
}

/** Writes diagnostics in a format, as results. */
export async function tell(
  terminal: Terminal,
  diagnostics: readonly Diagnostic[],
  format: DiagnosticFormat,
): Promise<void> {
  const text = await printDiagnostics(terminal, diagnostics, format);
  terminal.out(printed(text), { annotations: format === "github" });
}

async function printDiagnostics(
  terminal: Terminal,
  diagnostics: readonly Diagnostic[],
  format: DiagnosticFormat,
): Promise<string> {
  const sources = chooseSources(terminal, diagnostics);
  switch (format) {
    case "json":
      return printJson(diagnostics, sources);
    case "sarif":
      return printSarif(diagnostics, { sources, findPage: await loadPageFinder() });
    case "github":
      return printGithub(diagnostics, sources);
    case "text":
      return printText(diagnostics, { sources, color: terminal.color });
  }
}

/** Pages are for the formats that have room for them, so they are loaded for these alone. */
async function loadPageFinder() {
  const [{ createPageFinder }, { loadPages }] = await Promise.all([
    import("../pages/find-page.js"),
    import("../pages/load-pages.js"),
  ]);
  return createPageFinder(await loadPages());
}

/** Reports why a command could not do its work, and returns the exit code of that. */
export function refuse(terminal: Terminal, diagnostics: readonly Diagnostic[]): ExitCode {
  report(terminal, diagnostics);
  return EXIT.usage;
}

/** Returns the exit code of a command that did its work: whether all could be looked at, then `--fail-on`. */
export function exitFor(diagnostics: readonly Diagnostic[], failOn: Severity | "never"): ExitCode {
  if (diagnostics.some(({ exit }) => exit === "usage")) return EXIT.usage;
  return failOn !== "never" && hasSeverity(diagnostics, failOn) ? EXIT.findings : EXIT.ok;
}
