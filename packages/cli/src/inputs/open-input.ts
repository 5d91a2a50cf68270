import { resolve } from "node:path";
import type { SourceText } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { decodeText } from "../files/decode-text.js";
import { describeConflict } from "../files/describe-conflict.js";
import { displayPath } from "../files/display-path.js";
import { findConflict } from "../files/find-conflict.js";
import { keepText, STANDARD_INPUT } from "../files/kept-texts.js";
import { pathKind } from "../files/path-kind.js";
import { readText } from "../files/read-text.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import type { Terminal } from "../terminal.js";
import { listBeside, listModelFiles } from "./list-model-files.js";
import type { BesidePaths, ModelFile } from "./model-files.js";
import type { ReadModelOptions, SmithyText } from "./model-format.js";
import { type OpenedInput, openSmithyTexts, openText, withBeside } from "./open-text.js";

/** Opens an input. What only some inputs need is loaded when one is met. */
export async function openInput(
  terminal: Terminal,
  input: string,
  options: ReadModelOptions,
): Promise<Outcome<OpenedInput>> {
  if (input.startsWith("ledger:")) {
    const { readLedgerInput } = await import("./read-ledger-input.js");
    const side = await readLedgerInput(terminal, input);
    return side.ok ? succeeded({ kind: "ledger", label: input, side: side.value }, side.diagnostics) : side;
  }
  if (input === "-") {
    const source = decodeText(STANDARD_INPUT, await terminal.readInput());
    return source.ok ? openText(input, keepText(terminal, source.value), options) : source;
  }
  if (input.startsWith("git:")) {
    const { openGitInput } = await import("./open-git-input.js");
    return openGitInput(terminal, input, options);
  }
  if (input.startsWith("npm:")) {
    const { openPackageInput } = await import("./open-package-input.js");
    const found = await openPackageInput(terminal, input, options);
    return found.ok ? succeeded(found.value.opened, found.diagnostics) : found;
  }
  return openPath(terminal.cwd, resolve(terminal.cwd, input), options);
}

/** Opens a file or a folder. */
export async function openPath(
  cwd: string,
  path: string,
  options: ReadModelOptions,
): Promise<Outcome<OpenedInput>> {
  const label = displayPath(cwd, path);
  if ((await pathKind(path)) !== "folder")
    return openFile(cwd, { label, path, beside: await listBeside(path) }, options);
  const listed = await listModelFiles(cwd, path);
  if (!listed.ok) return listed;
  if (listed.value.kind === "file") return openFile(cwd, { label, ...listed.value }, options);
  const opened = await openSmithyFiles(cwd, listed.value.files);
  if (!opened.ok) return opened;
  return opened.value.length > 0
    ? succeeded({ kind: "smithy", label, texts: opened.value }, listed.diagnostics)
    : failed(cliDiagnostics.create("no-model", undefined, { folder: label }));
}

interface NamedFile {
  readonly label: string;
  readonly path: string;
  readonly beside?: BesidePaths;
}

async function openFile(
  cwd: string,
  { label, path, beside = {} }: NamedFile,
  options: ReadModelOptions,
): Promise<Outcome<OpenedInput>> {
  const source = await readModelText(cwd, path);
  if (!source.ok) return source;
  const opened = await openText(label, source.value, options);
  if (!opened.ok || opened.value.kind !== "botocore") return opened;
  const texts: [string, SourceText][] = [];
  for (const [kind, file] of Object.entries(beside)) {
    const text = await readText(cwd, file);
    if (!text.ok) return text;
    texts.push([kind, text.value]);
  }
  return withBeside(opened, Object.fromEntries(texts));
}

async function openSmithyFiles(
  cwd: string,
  files: readonly ModelFile[],
): Promise<Outcome<readonly SmithyText[]>> {
  return openSmithyTexts(files, ({ path }) => readModelText(cwd, path));
}

async function readModelText(cwd: string, path: string): Promise<Outcome<SourceText>> {
  const source = await readText(cwd, path);
  const conflict = source.ok ? findConflict(source.value.text) : undefined;
  if (!source.ok || !conflict) return source;
  const fix = "Settle it in the model first; then run: npx shapelog check";
  return failed(describeConflict(source.value.file, conflict, fix));
}
