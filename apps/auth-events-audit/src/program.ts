import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase, openParquetFiles } from "./database/open-database.js";
import { loadEvents } from "./load-events.js";
import { isObjectPattern } from "./loading/object-pattern.js";
import { escapeText } from "./output/escape-text.js";
import { type Options, readArguments } from "./read-options.js";
import { readSummary, type Summary } from "./summary.js";
import { EXIT, type ExitCode, type Terminal } from "./terminal.js";
import { writeRejects, writeResults } from "./write-results.js";

/** Runs the program with its arguments (without `node` and the script) and returns its exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const read = readArguments(args);
  if (read.kind === "help") {
    await terminal.out(read.text);
    return EXIT.ok;
  }
  if (read.kind === "wrong") return fail(terminal, `${read.message}\nRun with --help for the options.`);
  const options = withInput(read.options, terminal);
  if (options === undefined) {
    return fail(terminal, 'name a file, or "-" for the standard input\nRun with --help for the options.');
  }
  try {
    return await audit(options, terminal);
  } catch (error) {
    return fail(terminal, escapeText(error instanceof Error ? error.message : String(error)));
  }
}

/** Without events the standard input is read, unless someone would have to type it. */
function withInput(options: Options, terminal: Terminal): Options | undefined {
  if (hasSource(options) || options.database !== undefined || options.events.length > 0) return options;
  return terminal.inputIsKeyboard ? undefined : { ...options, files: ["-"] };
}

function hasSource({ files, userPool }: Options): boolean {
  return files.length > 0 || userPool !== undefined;
}

async function audit(options: Options, terminal: Terminal): Promise<ExitCode> {
  // Without --database too the events are in a file: there they are packed, and memory has its limit.
  const spill = await mkdtemp(join(tmpdir(), "auth-events-audit-"));
  const forget = terminal.onEnd(() => rmSync(spill, { recursive: true, force: true }));
  try {
    const database = await open(options, spill);
    try {
      if (hasSource(options)) await loadEvents(database.connection, options, terminal);
      return await report(database, options, terminal);
    } finally {
      database.close();
    }
  } finally {
    forget();
    await rm(spill, { recursive: true, force: true });
  }
}

async function open(options: Options, spill: string): Promise<Database> {
  const { database, events, memory, workers } = options;
  const shared = { memory, threads: Math.max(1, workers), spill: join(spill, "spill") };
  if (events.length > 0) {
    const files = events.some(isObjectPattern) ? await fetchEvents(events, spill) : events;
    return openParquetFiles(files, { path: join(spill, "events.duckdb"), ...shared });
  }
  const path = database ?? join(spill, "events.duckdb");
  return openDatabase({
    path,
    ...shared,
    isReadOnly: !hasSource(options),
    isTemporary: database === undefined,
  });
}

/** S3's client is loaded for those alone who ask for it. */
async function fetchEvents(events: readonly string[], spill: string): Promise<readonly string[]> {
  const { fetchObjects } = await import("./loading/object-storage.js");
  return fetchObjects(events, join(spill, "objects"));
}

async function report(database: Database, options: Options, terminal: Terminal): Promise<ExitCode> {
  const summary = options.events.length > 0 ? undefined : await readSummary(database.connection);
  if (options.rejects !== undefined) await writeRejects(database.connection, options.rejects);
  await writeResults(database.connection, summary, options, terminal);
  return summary === undefined ? EXIT.ok : exitCode(summary, options);
}

function exitCode({ broken, drift }: Summary, { strict, exitZero }: Options): ExitCode {
  const isFine = broken === 0 && (!strict || drift === 0);
  return isFine || exitZero ? EXIT.ok : EXIT.findings;
}

function fail(terminal: Terminal, message: string): ExitCode {
  terminal.err(`auth-events-audit: ${message}\n`);
  return EXIT.failed;
}
