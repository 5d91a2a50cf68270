import type { ComparisonSide } from "@shapelog/diff";
import { type Outcome, succeeded } from "../outcome.js";
import type { Terminal } from "../terminal.js";
import type { ReadModelOptions } from "./model-format.js";
import { openInput } from "./open-input.js";
import type { OpenedInput } from "./open-text.js";
import { readOpened, withoutErrors } from "./read-model.js";

/** Returns the model an input names. Fails with the reader's diagnostics where one of them is an error. */
export async function resolveInput(
  terminal: Terminal,
  input: string,
  options: ReadModelOptions = {},
): Promise<Outcome<ComparisonSide>> {
  const opened = await openInput(terminal, input, options);
  return opened.ok ? readSide(opened, { ...options, input }) : opened;
}

/** How {@link readSide} goes about it. */
export interface ReadSideOptions extends ReadModelOptions {
  /** The input as it was given. */
  readonly input: string;
}

/** Reads an input that was opened. What was reported of opening it is in what is reported. */
export async function readSide(
  opened: Outcome<OpenedInput> & { readonly ok: true },
  { input, ...options }: ReadSideOptions,
): Promise<Outcome<ComparisonSide>> {
  if (opened.value.kind === "ledger") return succeeded(opened.value.side, opened.diagnostics);
  const read = withoutErrors(await readOpened(opened.value, options), opened.diagnostics);
  if (!read.ok) return read;
  const { model, locate } = read.value;
  // Only a file that readers can open has places: not the standard input, an object of git, or a packed file.
  const isFile = input !== "-" && !/^(?:git|npm):/.test(input);
  const { label } = opened.value;
  return succeeded({ label, model, ...(isFile ? { locate } : {}) }, read.diagnostics);
}
