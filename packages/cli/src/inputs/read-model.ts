import { isBotocore, readBotocore } from "@shapelog/botocore";
import { hasSeverity } from "@shapelog/diagnostics";
import { readJson } from "@shapelog/json";
import type { ReadResult, SourceText } from "@shapelog/model";
import { isSmithyJson, readSmithyJson } from "@shapelog/smithy";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, type Outcome, succeeded } from "../files/read-text.js";

export interface ReadModelOptions {
  /** Whether to look for duplicate keys. Default: false. */
  readonly duplicates?: boolean;
  /** A botocore `paginators-1.json` that stands beside the model. */
  readonly paginators?: SourceText;
}

/** One input format: how to know it and how to read it. */
interface Reader {
  readonly knows: (value: unknown) => boolean;
  readonly read: (source: SourceText, options: ReadModelOptions) => ReadResult;
}

/** The formats that models are read from, in the order they are asked. */
const READERS: readonly Reader[] = [
  { knows: isSmithyJson, read: readSmithyJson },
  { knows: isBotocore, read: readBotocore },
];

/** Reads a model of any known format. Fails with the reader's diagnostics where one of them is an error. */
export function readModel(source: SourceText, options: ReadModelOptions = {}): Outcome<ReadResult> {
  const parsed = readJson(source);
  if (parsed.value === undefined) return failed(...parsed.diagnostics);
  const reader = READERS.find((candidate) => candidate.knows(parsed.value));
  if (!reader)
    return failed(cliDiagnostics.create("unknown-format", { file: source.file }, { path: source.file }));
  const result = reader.read(source, options);
  return hasSeverity(result.diagnostics)
    ? failed(...result.diagnostics)
    : succeeded(result, result.diagnostics);
}
