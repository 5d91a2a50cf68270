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
import { offsetOfPointer } from "@shapelog/json";
import type { DiagnosticFormat } from "../diagnostic-formats.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";

/** Returns the texts of the files under `cwd`, each read once, for printers that show lines and columns. */
export function createSources(cwd: string): SourceTexts {
  const texts = new Map<string, string | undefined>();
  return {
    text(file) {
      if (!texts.has(file)) texts.set(file, readQuietly(resolve(cwd, file)));
      return texts.get(file);
    },
    offsetOf: offsetOfPointer,
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
  terminal.err(printText(diagnostics, { sources: createSources(terminal.cwd), color: terminal.color }));
}

/** Returns diagnostics in a format, as results. */
export function printDiagnostics(
  terminal: Terminal,
  diagnostics: readonly Diagnostic[],
  format: DiagnosticFormat,
): string {
  const sources = createSources(terminal.cwd);
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
  const misuse =
    /^cli\/(not-found|no-model|no-config|bad-config|bad-input|unknown-service|which-service|git-failed|unknown-operation|shallow|no-models|no-such-service|not-ours|locked|other-since)$/;
  return diagnostics.some((diagnostic) => misuse.test(diagnostic.code)) ? EXIT.usage : EXIT.findings;
}

/** Returns the exit code for diagnostics under `--fail-on`. */
export function exitFor(diagnostics: readonly Diagnostic[], failOn: Severity | "never"): ExitCode {
  return failOn !== "never" && diagnostics.some((diagnostic) => isAtLeast(diagnostic.severity, failOn))
    ? EXIT.findings
    : EXIT.ok;
}
