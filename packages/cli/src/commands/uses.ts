import { type Diagnostic, hasSeverity } from "@shapelog/diagnostics";
import { findUses, printUsesJson, printUsesMarkdown, printUsesText, type UsesReport } from "@shapelog/impact";
import { type OpenedConsumer, openConsumers } from "../consumers/open-consumer.js";
import { displayPath } from "../files/display-path.js";
import { printed } from "../printed.js";
import { startProgress } from "../progress.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { report } from "./context.js";

/** The options of `shapelog uses`. */
export interface UsesOptions {
  readonly format: "text" | "json" | "markdown";
  /** The packages that are asked for. Default: all of APIs. */
  readonly package?: readonly string[];
}

const PRINTERS = { text: printUsesText, json: printUsesJson, markdown: printUsesMarkdown } as const;

/** `shapelog uses [TSCONFIG...]`: what programs use of the APIs whose packages they import, with file and line. */
export async function uses(
  terminal: Terminal,
  paths: readonly string[],
  options: UsesOptions,
): Promise<ExitCode> {
  const progress = startProgress(terminal);
  const reports: UsesReport[] = [];
  const notes: Diagnostic[] = [];
  let hasFailed = false;
  for (const path of paths.length > 0 ? paths : ["."]) {
    progress.step(`reading ${path}`);
    const opened = await openConsumers(terminal.cwd, path);
    hasFailed ||= !opened.ok;
    notes.push(...opened.diagnostics);
    if (opened.ok) reports.push(...opened.value.map((each) => readUses(terminal, each, options)));
  }
  progress.end();
  report(terminal, notes);
  if (hasFailed && reports.length === 0) return EXIT.usage;
  terminal.out(printed(PRINTERS[options.format](reports)));
  return hasFailed || hasSeverity(notes) ? EXIT.usage : EXIT.ok;
}

function readUses(
  { cwd }: Terminal,
  { name, typescript, consumer }: OpenedConsumer,
  options: UsesOptions,
): UsesReport {
  const { rootNames, options: compilerOptions, projectReferences, host } = consumer;
  const program = typescript.createProgram({
    rootNames,
    options: compilerOptions,
    host,
    ...(projectReferences ? { projectReferences } : {}),
  });
  const found = findUses(program, {
    typescript,
    readFile: (path) => host.readFile(path),
    isWanted: (its) => options.package?.includes(its.name) ?? true,
  });
  return { name, typescript: typescript.version, found, pathOf: (file) => displayPath(cwd, file) };
}
