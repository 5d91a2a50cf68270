import { resolve } from "node:path";
import type { Model } from "@shapelog/model";
import { type PrintedFile, printIdlFiles, printSmithyJson } from "@shapelog/smithy";
import { cliDiagnostics } from "../diagnostics.js";
import { lockFolder } from "../files/lock-folder.js";
import { safeFileName } from "../files/safe-file-name.js";
import { writeOwnFiles } from "../files/write-own-files.js";
import { resolveInput } from "../inputs/resolve-input.js";
import { line, printed } from "../printed.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { refuse, report } from "./context.js";

export interface AstOptions {
  readonly to: "json" | "idl";
  /** A folder to write a file for each namespace to, in IDL. Default: the text is printed. */
  readonly out?: string;
  /** Files and folders to be replaced whoever wrote them. */
  readonly replace?: readonly string[];
}

/** `shapelog ast INPUT`: prints any input's model as Smithy JSON AST 2.0 or IDL 2.0, in canonical form. */
export async function ast(
  terminal: Terminal,
  input: string,
  options: AstOptions = { to: "json" },
): Promise<ExitCode> {
  if (options.out !== undefined && options.to === "json") {
    const reason = "JSON is one text; it is for --to idl";
    return refuse(terminal, [cliDiagnostics.create("bad-option", undefined, { option: "--out", reason })]);
  }
  const read = await resolveInput(terminal, input, { duplicates: true });
  if (!read.ok) return refuse(terminal, read.diagnostics);
  report(terminal, read.diagnostics);
  if (options.to === "idl") return printIdl(terminal, read.value.model, options);
  terminal.out(printed(printSmithyJson(read.value.model)));
  return EXIT.ok;
}

async function printIdl(
  terminal: Terminal,
  model: Model,
  { out, replace = [] }: AstOptions,
): Promise<ExitCode> {
  const files = printIdlFiles(model);
  if (out !== undefined) return writeIdl(terminal, files, { out, replace });
  const [first, ...more] = files;
  if (first && more.length === 0) {
    terminal.out(printed(first.text));
    return EXIT.ok;
  }
  const namespaces = files.map(({ path }) => withoutEnding(path));
  return refuse(terminal, [cliDiagnostics.create("several-namespaces", undefined, { namespaces })]);
}

/** Writes a file for each namespace beside those of other models that were written to the folder before. */
async function writeIdl(
  terminal: Terminal,
  printed: readonly PrintedFile[],
  { out, replace }: { readonly out: string; readonly replace: readonly string[] },
): Promise<ExitCode> {
  const { cwd } = terminal;
  const files = printed.map(({ path, text }) => ({
    path: `${safeFileName(withoutEnding(path))}.smithy`,
    text,
  }));
  const lock = await lockFolder({ cwd, folder: resolve(cwd, out) });
  if (!lock.ok) return refuse(terminal, lock.diagnostics);
  try {
    report(terminal, lock.diagnostics);
    const written = writeOwnFiles({ cwd, lock: lock.value, files, replace, removesOld: false });
    if (!written.ok) return refuse(terminal, written.diagnostics);
    for (const { path } of files) terminal.out(line`${path}`);
    return EXIT.ok;
  } finally {
    lock.value.release();
  }
}

function withoutEnding(path: string): string {
  return path.replace(/\.smithy$/, "");
}
