import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Diagnostic, SourceTexts } from "@shapelog/diagnostics";
import {
  isAtLeast,
  printGithub,
  printJson,
  printSarif,
  printText,
  type Severity,
} from "@shapelog/diagnostics";
import { indexPointers, offsetOfPointer } from "@shapelog/json";
import type { DiagnosticFormat } from "../diagnostic-formats.js";
import { findKeptText } from "../files/kept-texts.js";
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

function readQuietly(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Writes diagnostics for people to the error stream. */
export function report(terminal: Terminal, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 0) return;
  terminal.err(
    printText(diagnostics, { sources: chooseSources(terminal, diagnostics), color: terminal.color }),
  );
}

/** A few places are sooner found one by one. */
function chooseSources(terminal: Terminal, diagnostics: readonly Diagnostic[]): SourceTexts {
  return diagnostics.length > 10 ? createIndexedSources(terminal) : createSources(terminal);
}

/** Returns diagnostics in a format, as results. */
export function printDiagnostics(
  terminal: Terminal,
  diagnostics: readonly Diagnostic[],
  format: DiagnosticFormat,
): string {
  const sources = chooseSources(terminal, diagnostics);
  switch (format) {
    case "json":
      return printJson(diagnostics, sources);
    case "sarif":
      return printSarif(diagnostics, { sources });
    case "github":
      return printGithub(diagnostics, sources);
    case "text":
      return printText(diagnostics, { sources, color: terminal.color });
  }
}

/** Reports why a command could not do its work, and returns the exit code: wrong use where nothing could be read. */
export function refuse(terminal: Terminal, diagnostics: readonly Diagnostic[]): ExitCode {
  report(terminal, diagnostics);
  return isMisuse(diagnostics) ? EXIT.usage : EXIT.findings;
}

const MISUSE =
  /^cli\/(not-found|no-model|no-config|bad-config|bad-input|bad-option|not-smithy|several-namespaces|unknown-service|which-service|git-failed|unknown-operation|shallow|no-models|no-such-service|not-ours|locked|other-since|unknown-page)$/;

/** Returns whether diagnostics are about how the command was used rather than about what it read. */
export function isMisuse(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => MISUSE.test(diagnostic.code));
}

/** Returns the exit code for diagnostics under `--fail-on`. */
export function exitFor(diagnostics: readonly Diagnostic[], failOn: Severity | "never"): ExitCode {
  return failOn !== "never" && diagnostics.some((diagnostic) => isAtLeast(diagnostic.severity, failOn))
    ? EXIT.findings
    : EXIT.ok;
}
