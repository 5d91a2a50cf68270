import { resolve } from "node:path";
import type { ComparisonSide } from "@shapelog/diff";
import { findModelAt } from "@shapelog/ledger";
import { findConfig, selectServices } from "../config.js";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath, failed, type Outcome, pathKind, succeeded } from "../files/read-text.js";
import type { Terminal } from "../terminal.js";
import { readFile, readFolder } from "./read-folder.js";
import { readGitObject } from "./read-git-object.js";
import { readLedgerFolder } from "./read-ledger-folder.js";
import { type ReadModelOptions, readModel } from "./read-model.js";

/** Returns the model an input names. */
export async function resolveInput(
  terminal: Terminal,
  input: string,
  options: ReadModelOptions = {},
): Promise<Outcome<ComparisonSide>> {
  if (input.startsWith("ledger:")) return readLedgerInput(terminal, input);
  if (input === "-") {
    const read = readModel({ file: "(standard input)", text: await terminal.readInput() }, options);
    return read.ok ? succeeded({ label: input, model: read.value.model }, read.diagnostics) : read;
  }
  if (input.startsWith("git:")) {
    const source = await readGitObject(terminal.cwd, input);
    if (!source.ok) return source;
    const read = readModel(source.value, options);
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

async function readLedgerInput(terminal: Terminal, input: string): Promise<Outcome<ComparisonSide>> {
  const [, name = "", date = ""] = /^ledger:([^@]+)@(.+)$/s.exec(input) ?? [];
  if (name === "")
    return failed(
      cliDiagnostics.create("bad-input", undefined, { input, expected: "ledger:<service>@<date>" }),
    );
  const config = await findConfig(terminal.cwd);
  if (!config.ok) return config;
  const selected = selectServices(config.value, name);
  if (!selected.ok) return selected;
  const [[, service] = []] = selected.value;
  if (!service)
    return failed(cliDiagnostics.create("unknown-service", undefined, { service: name, known: [] }));
  const ledger = await readLedgerFolder(terminal.cwd, name, resolve(config.value.root, service.ledger));
  if (!ledger.ok) return ledger;
  const { model, revision, diagnostics } = findModelAt(ledger.value, date);
  if (!revision || diagnostics.length > 0) return failed(...diagnostics);
  const { source } = revision;
  const release = source && [source.name, source.version].filter(Boolean).join(" ");
  return succeeded({ label: input, date, model, ...(release ? { release } : {}) });
}
