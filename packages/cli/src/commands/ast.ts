import type { Model } from "@shapelog/model";
import { printIdlFiles, printSmithyJson } from "@shapelog/smithy";
import { cliDiagnostics } from "../diagnostics.js";
import { writeFiles } from "../files/write-files.js";
import { resolveInput } from "../inputs/resolve-input.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { refuse, report } from "./context.js";

export interface AstOptions {
  readonly to: "json" | "idl";
  /** A folder to write a file for each namespace to, in IDL. Default: the text is printed. */
  readonly out?: string;
}

/** `shapelog ast INPUT`: prints any input's model as Smithy JSON AST 2.0 or IDL 2.0, in canonical form. */
export async function ast(
  terminal: Terminal,
  input: string,
  { to, out }: AstOptions = { to: "json" },
): Promise<ExitCode> {
  if (out !== undefined && to === "json") {
    const reason = "JSON is one text; it is for --to idl";
    return refuse(terminal, [cliDiagnostics.create("bad-option", undefined, { option: "--out", reason })]);
  }
  const read = await resolveInput(terminal, input, { duplicates: true });
  if (!read.ok) return refuse(terminal, read.diagnostics);
  report(terminal, read.diagnostics);
  if (to === "idl") return printIdl(terminal, read.value.model, out);
  terminal.out(printSmithyJson(read.value.model));
  return EXIT.ok;
}

async function printIdl(terminal: Terminal, model: Model, out: string | undefined): Promise<ExitCode> {
  const files = printIdlFiles(model);
  if (out !== undefined) {
    const written = await writeFiles({ cwd: terminal.cwd, folder: out, files });
    if (!written.ok) return refuse(terminal, written.diagnostics);
    for (const { path } of files) terminal.out(`${path}\n`);
    return EXIT.ok;
  }
  const [first, ...more] = files;
  if (first && more.length === 0) {
    terminal.out(first.text);
    return EXIT.ok;
  }
  const namespaces = files.map(({ path }) => path.replace(/\.smithy$/, ""));
  return refuse(terminal, [cliDiagnostics.create("several-namespaces", undefined, { namespaces })]);
}
