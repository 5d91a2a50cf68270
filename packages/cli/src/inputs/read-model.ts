import type { Diagnostic } from "@shapelog/diagnostics";
import { hasSeverity } from "@shapelog/diagnostics";
import type { ReadResult } from "@shapelog/model";
import { failedWith, type Outcome, succeeded } from "../outcome.js";
import type { Terminal } from "../terminal.js";
import { type ReadModelOptions, readFormat, readSmithy, type SmithyText } from "./model-format.js";
import { openInput, openPath } from "./open-input.js";
import { notSmithy, type OpenedInput } from "./open-text.js";

/** A model with the name its input goes by. After errors it holds what could be read. */
export interface ReadInput {
  readonly label: string;
  readonly read: ReadResult;
}

/** Reads the model of a file or a folder. Fails with the reader's diagnostics where one of them is an error. */
export async function readModelPath(
  cwd: string,
  path: string,
  options: ReadModelOptions = {},
): Promise<Outcome<ReadResult>> {
  const opened = await openPath(cwd, path, options);
  return opened.ok ? withoutErrors(await readOpened(opened.value, options), opened.diagnostics) : opened;
}

/**
 * Reads one model of one or several inputs; several have to be Smithy. Fails where an input cannot be opened; what is
 * wrong with the model itself is in the result.
 */
export async function readInputs(
  terminal: Terminal,
  inputs: readonly string[],
  options: ReadModelOptions = {},
): Promise<Outcome<ReadInput>> {
  const opened: OpenedInput[] = [];
  const problems: Diagnostic[] = [];
  const found: Diagnostic[] = [];
  for (const input of new Set(inputs)) {
    const one = await openInput(terminal, input, options);
    if (one.ok) opened.push(one.value);
    for (const each of one.diagnostics) (one.ok ? found : problems).push(each);
  }
  if (problems.length > 0) return failedWith(problems);
  const label = opened.map((one) => one.label).join(" ");
  const [first] = opened;
  if (first && opened.length === 1)
    return succeeded({ label, read: withAdded(await readOpened(first, options), found) });
  const texts: SmithyText[] = [];
  for (const one of opened) {
    if (one.kind === "smithy") for (const each of one.texts) texts.push(each);
    else problems.push(notSmithy({ file: one.label }));
  }
  if (problems.length > 0) return failedWith(problems);
  return succeeded({ label, read: withAdded(await readSmithy(texts, options), found) });
}

/** Reads what an opened input stands for. */
export async function readOpened(opened: OpenedInput, options: ReadModelOptions): Promise<ReadResult> {
  switch (opened.kind) {
    case "smithy":
      return readSmithy(opened.texts, options);
    case "botocore":
      return readFormat(opened.text, options);
    case "ledger":
      return { model: opened.side.model, locate: () => undefined, diagnostics: [] };
  }
}

function withAdded(read: ReadResult, diagnostics: readonly Diagnostic[]): ReadResult {
  return diagnostics.length === 0 ? read : { ...read, diagnostics: [...diagnostics, ...read.diagnostics] };
}

/** Returns a read model, or its diagnostics where one of them is an error. */
export function withoutErrors(read: ReadResult, before: readonly Diagnostic[] = []): Outcome<ReadResult> {
  const diagnostics = [...before, ...read.diagnostics];
  return hasSeverity(diagnostics) ? failedWith(diagnostics) : succeeded(read, diagnostics);
}
