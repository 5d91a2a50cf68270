import { resolve } from "node:path";
import type { ComparisonSide } from "@shapelog/diff";
import { displayPath, type Outcome, pathKind, succeeded } from "../files/read-text.js";
import type { Terminal } from "../terminal.js";
import type { ReadModelOptions } from "./model-format.js";
import { readFile, readFolder } from "./read-folder.js";
import { readModel } from "./read-model.js";

/** Returns the model an input names. What only some inputs need is loaded when one is met. */
export async function resolveInput(
  terminal: Terminal,
  input: string,
  options: ReadModelOptions = {},
): Promise<Outcome<ComparisonSide>> {
  if (input.startsWith("ledger:")) {
    const { readLedgerInput } = await import("./read-ledger-input.js");
    return readLedgerInput(terminal, input);
  }
  if (input === "-") {
    const read = await readModel({ file: "(standard input)", text: await terminal.readInput() }, options);
    return read.ok ? succeeded({ label: input, model: read.value.model }, read.diagnostics) : read;
  }
  if (input.startsWith("git:")) {
    const { readGitObject } = await import("./read-git-object.js");
    const source = await readGitObject(terminal.cwd, input);
    if (!source.ok) return source;
    const read = await readModel(source.value, options);
    return read.ok ? succeeded({ label: input, model: read.value.model }, read.diagnostics) : read;
  }
  return readPath(terminal, input, options);
}

async function readPath(
  terminal: Terminal,
  input: string,
  options: ReadModelOptions,
): Promise<Outcome<ComparisonSide>> {
  const path = resolve(terminal.cwd, input);
  const kind = await pathKind(path);
  const read = await (kind === "folder" ? readFolder : readFile)(terminal.cwd, path, options);
  if (!read.ok) return read;
  const { model, locate } = read.value;
  return succeeded({ label: displayPath(terminal.cwd, path), model, locate }, read.diagnostics);
}
