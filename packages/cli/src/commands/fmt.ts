import { lstatSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Diagnostic, hasSeverity, type Severity } from "@shapelog/diagnostics";
import type { SourceText } from "@shapelog/model";
import { formatIdl, printableIdl } from "@shapelog/smithy";
import { count } from "../count.js";
import type { DiagnosticFormat } from "../diagnostic-formats.js";
import { cliDiagnostics } from "../diagnostics.js";
import { decodeText } from "../files/decode-text.js";
import { displayPath } from "../files/display-path.js";
import { findDifference } from "../files/find-difference.js";
import { keepText, STANDARD_INPUT } from "../files/kept-texts.js";
import { recoverFolder } from "../files/lock-folder.js";
import { pathKind } from "../files/path-kind.js";
import { readText } from "../files/read-text.js";
import { walkFiles } from "../files/walk-files.js";
import { withLineFeeds } from "../files/with-line-feeds.js";
import { failedWith, type Outcome, succeeded } from "../outcome.js";
import { line, printed } from "../printed.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { exitFor, refuse, report, type TestSuite, tell, tellTests } from "./context.js";

export interface FmtOptions {
  /** Whether files are left as they are, and those that are not formatted are listed. */
  readonly check: boolean;
  readonly format: DiagnosticFormat;
  readonly failOn: Severity | "never";
}

/** What became of the files. */
interface Work {
  readonly changed: string[];
  readonly diagnostics: Diagnostic[];
}

/** `shapelog fmt [PATHS...]`: puts Smithy IDL files into canonical form. */
export async function fmt(
  terminal: Terminal,
  paths: readonly string[],
  options: FmtOptions,
): Promise<ExitCode> {
  if (paths.includes("-")) return formatInput(terminal, paths, options);
  const listed = await listFilesToFormat(terminal.cwd, paths.length > 0 ? paths : ["."]);
  if (!listed.ok) return refuse(terminal, listed.diagnostics);
  const work: Work = {
    changed: [],
    diagnostics: options.check ? [] : await recover(terminal.cwd, listed.value),
  };
  for (const path of listed.value)
    await formatFileTo(work, path, { cwd: terminal.cwd, check: options.check });
  const { changed, diagnostics } = work;
  const isText = options.format === "text";
  if (isText)
    report(
      terminal,
      diagnostics.filter(({ code }) => code !== "cli/unformatted"),
    );
  if (isText) for (const file of changed) terminal.out(line`${file}`);
  else if (options.format === "junit") {
    const suites = [listHeldFiles(terminal.cwd, listed.value, diagnostics)];
    tellTests(terminal, { command: "fmt", failOn: options.failOn, suites });
  } else await tell(terminal, diagnostics, options.format);
  terminal.err(line`${summarize(listed.value.length, work, options)}`);
  return exitFor(diagnostics, options.failOn);
}

/** Each file is a case; what is about none of them, such as a folder, is one of its own. */
function listHeldFiles(cwd: string, files: readonly string[], diagnostics: readonly Diagnostic[]): TestSuite {
  const held = new Map<string, Diagnostic[]>(files.map((path) => [displayPath(cwd, path), []]));
  for (const diagnostic of diagnostics) {
    const name = diagnostic.location?.file ?? "folders";
    held.set(name, [...(held.get(name) ?? []), diagnostic]);
  }
  return { name: "fmt", held };
}

/** Completes what a run left that was killed: a file that is as it is to be is not written again. */
async function recover(cwd: string, files: readonly string[]): Promise<Diagnostic[]> {
  const folders = new Set(files.map((path) => dirname(realpathSync(path))));
  const found: Diagnostic[] = [];
  for (const folder of folders) found.push(...(await recoverFolder(cwd, folder)));
  return found;
}

async function formatInput(
  terminal: Terminal,
  paths: readonly string[],
  options: FmtOptions,
): Promise<ExitCode> {
  if (paths.length > 1) {
    const data = { option: "-", reason: "the standard input is formatted alone" };
    return refuse(terminal, [cliDiagnostics.create("bad-option", undefined, data)]);
  }
  const input = decodeText(STANDARD_INPUT, await terminal.readInput());
  if (!input.ok) return refuse(terminal, input.diagnostics);
  const source = keepText(terminal, input.value);
  const { text, diagnostics } = formatIdl(source);
  report(terminal, diagnostics);
  if (text === undefined) return EXIT.findings;
  if (!options.check) terminal.out(printed(escapeIdl({ file: source.file, text })));
  const found = options.check && text !== source.text ? [unformatted(source, text)] : [];
  report(terminal, found);
  return exitFor([...diagnostics, ...found], options.failOn);
}

/** Returns formatted text with what acts on a terminal escaped, and formatted with the escapes, which are longer. */
function escapeIdl({ file, text }: SourceText): string {
  const escaped = printableIdl(text);
  if (escaped === text) return text;
  return printableIdl(formatIdl({ file, text: escaped }).text ?? escaped);
}

/** Returns the files to format: those that are named, and those below named folders but for links. */
async function listFilesToFormat(cwd: string, paths: readonly string[]): Promise<Outcome<readonly string[]>> {
  const files = new Set<string>();
  const problems: Diagnostic[] = [];
  for (const path of paths) {
    const full = resolve(cwd, path);
    const shown = displayPath(cwd, full);
    const kind = await pathKind(full);
    if (kind === "none") problems.push(cliDiagnostics.create("not-found", undefined, { path: shown }));
    else if (kind === "folder") {
      for (const name of await walkFiles(full, [".smithy"])) {
        const found = join(full, name);
        if (lstatSync(found).isFile()) files.add(found);
      }
    } else if (full.endsWith(".smithy")) files.add(full);
    else {
      const data = { input: shown, expected: "a file that ends in .smithy, or a folder" };
      problems.push(cliDiagnostics.create("bad-input", undefined, data));
    }
  }
  return problems.length > 0 ? failedWith(problems) : succeeded([...files]);
}

async function formatFileTo(
  work: Work,
  path: string,
  { cwd, check }: { readonly cwd: string; readonly check: boolean },
): Promise<void> {
  const source = await readText(cwd, path);
  if (!source.ok) {
    for (const each of source.diagnostics) work.diagnostics.push(each);
    return;
  }
  const { text, diagnostics } = formatIdl(source.value);
  for (const diagnostic of diagnostics) work.diagnostics.push(diagnostic);
  // How git ends lines on a machine makes no difference.
  if (text === undefined || text === withLineFeeds(source.value.text) || hasSeverity(diagnostics)) return;
  if (check) work.diagnostics.push(unformatted(source.value, text));
  else {
    // A file that is reached by a link is written where it really is, and the link stays.
    const real = realpathSync(path);
    const { writeOver } = await import("../files/write-over.js");
    const written = await writeOver({ cwd, path: real, text, known: source.value.text });
    for (const each of written.diagnostics) work.diagnostics.push(each);
    if (!written.ok) return;
  }
  work.changed.push(source.value.file);
}

function unformatted({ file, text }: SourceText, formatted: string): Diagnostic {
  const place = { file, offset: findDifference(text, formatted) };
  return cliDiagnostics.create("unformatted", place, { path: file });
}

function summarize(total: number, { changed, diagnostics }: Work, options: FmtOptions): string {
  const failures = new Set(
    diagnostics
      .filter(({ code, severity }) => severity === "error" && code !== "cli/unformatted")
      .map(({ location }) => location?.file),
  );
  const same = total - changed.length - failures.size;
  const parts = [
    `${count(changed.length, "file")} ${options.check ? "not formatted" : "written"}`,
    `${same} ${options.check ? "formatted" : "unchanged"}`,
    ...(failures.size > 0 ? [`${failures.size} with errors left alone`] : []),
  ];
  const advice = options.check && changed.length > 0 ? ". Run: npx shapelog fmt" : "";
  return `${parts.join(", ")}${advice}`;
}
