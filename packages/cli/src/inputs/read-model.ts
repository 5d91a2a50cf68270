import { hasSeverity } from "@shapelog/diagnostics";
import type { ReadResult, SourceText } from "@shapelog/model";
import { failed, type Outcome, succeeded } from "../files/read-text.js";
import { type FormattedText, findFormat, type ReadModelOptions, readFormat } from "./model-format.js";

/** Reads a model of any known format. Fails with the reader's diagnostics where one of them is an error. */
export async function readModel(
  source: SourceText,
  options: ReadModelOptions = {},
): Promise<Outcome<ReadResult>> {
  const text = await findFormat(source, options);
  return text.ok ? readFormattedModel(text.value, options) : text;
}

/** Reads a model of a text whose format is known, as {@link readModel} does. */
export async function readFormattedModel(
  text: FormattedText,
  options: ReadModelOptions = {},
): Promise<Outcome<ReadResult>> {
  const result = await readFormat(text, options);
  return hasSeverity(result.diagnostics)
    ? failed(...result.diagnostics)
    : succeeded(result, result.diagnostics);
}
