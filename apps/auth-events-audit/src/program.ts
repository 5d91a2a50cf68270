import type { Audit } from "./audit.js";
import { auditFiles } from "./audit-files.js";
import { auditUser } from "./audit-user.js";
import { createReport, type Report } from "./create-report.js";
import { escapeJson, escapeText } from "./escape-text.js";
import { printReport } from "./print-report.js";
import { HELP, type Options, readArguments } from "./read-arguments.js";
import { EXIT, type ExitCode, type Terminal } from "./terminal.js";

/** Runs the program with its arguments (without `node` and the script) and returns its exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const read = readArguments(args);
  if (read.kind === "help") {
    terminal.out(HELP);
    return EXIT.ok;
  }
  if (read.kind === "wrong") return fail(terminal, `${read.message}\nRun with --help for the options.`);
  const options = withInput(read.options, terminal);
  if (options === undefined) return fail(terminal, `name a file, or "-" for the standard input\n\n${HELP}`);
  try {
    const report = createReport(await runAudit(options, terminal));
    terminal.out(options.format === "json" ? `${escapeJson(report)}\n` : printReport(report, terminal));
    return exitCode(report, options);
  } catch (error) {
    return fail(terminal, escapeText(error instanceof Error ? error.message : String(error)));
  }
}

/** Without a file the standard input is read, unless someone would have to type it. */
function withInput(options: Options, terminal: Terminal): Options | undefined {
  const { source } = options;
  if (source.kind !== "files" || source.paths.length > 0) return options;
  return terminal.inputIsKeyboard ? undefined : { ...options, source: { kind: "files", paths: ["-"] } };
}

function runAudit({ source, problemLimit }: Options, terminal: Terminal): Promise<Audit> {
  return source.kind === "files"
    ? auditFiles({ paths: source.paths, input: () => terminal.input(), problemLimit })
    : auditUser({ ...source, problemLimit });
}

function exitCode({ broken, drift }: Report, { strict, exitZero }: Options): ExitCode {
  const isFine = broken.units === 0 && (!strict || drift.count === 0);
  return isFine || exitZero ? EXIT.ok : EXIT.findings;
}

function fail(terminal: Terminal, message: string): ExitCode {
  terminal.err(`auth-events-audit: ${message}\n`);
  return EXIT.failed;
}
