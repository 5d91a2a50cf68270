import { resolve } from "node:path";
import type { Diagnostic, SourceTexts } from "@shapelog/diagnostics";
import {
  createJunitCase,
  hasSeverity,
  type JunitOutcome,
  printGithub,
  printJson,
  printJunit,
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
  format: Exclude<DiagnosticFormat, "junit">,
): Promise<void> {
  const text = await printDiagnostics(terminal, diagnostics, format);
  terminal.out(printed(text), { annotations: format === "github" });
}

/** A report of tests: suites of things that are held, each with what was found of it. */
export interface TestReport {
  /** The command's name. */
  readonly command: string;
  readonly failOn: Severity | "never";
  readonly suites: readonly TestSuite[];
}

/** The things that are held of one service or model, in order, by their names. */
export interface TestSuite {
  readonly name: string;
  readonly held: ReadonlyMap<string, readonly Diagnostic[]>;
  /** Those that were not looked at, as errors of others kept them from it. Default: none. */
  readonly skipped?: ReadonlySet<string>;
}

const NOT_LOOKED_AT: JunitOutcome = {
  kind: "skipped",
  type: "skipped",
  message: "Not looked at, because of errors of something else.",
};

/** Writes what is held as JUnit's XML, as results. */
export function tellTests(terminal: Terminal, { command, failOn, suites }: TestReport): void {
  const sources = createIndexedSources(terminal);
  const listed = suites.map(({ name, held, skipped }) => ({
    name,
    cases: [...held].map(([each, diagnostics]) =>
      diagnostics.length === 0 && skipped?.has(each)
        ? { name: each, outcome: NOT_LOOKED_AT }
        : createJunitCase(each, diagnostics, { failOn, sources }),
    ),
  }));
  terminal.out(printed(printJunit(`shapelog ${command}`, listed)));
}

async function printDiagnostics(
  terminal: Terminal,
  diagnostics: readonly Diagnostic[],
  format: Exclude<DiagnosticFormat, "junit">,
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
