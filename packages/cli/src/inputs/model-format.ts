import type { ReadJsonResult } from "@shapelog/json";
import { readJson } from "@shapelog/json";
import { type ReadResult, type SourceText, unreachable } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, type Outcome, succeeded } from "../files/read-text.js";

export interface ReadModelOptions {
  /** Whether to look for duplicate keys. Default: false. */
  readonly duplicates?: boolean;
  /** Whether to report targets that are not in the text; off for one of several that make a model. Default: true. */
  readonly references?: boolean;
  /** A botocore `paginators-1.json` that stands beside the model. */
  readonly paginators?: SourceText;
}

/** A text whose format is known, with what finding that out has made already. One member for each format. */
export type FormattedText =
  | { readonly format: "smithy-json"; readonly source: SourceText }
  | { readonly format: "botocore"; readonly source: SourceText; readonly json: ReadJsonResult };

/** Smithy's own tools write the version first. */
const SMITHY_JSON_HEAD = /^\uFEFF?\s*\{\s*"smithy"\s*:\s*"/;

/**
 * Finds out a text's format: from its name or first characters where they tell, else from its JSON, which is parsed and
 * handed on.
 */
export async function findFormat(
  source: SourceText,
  options: ReadModelOptions,
): Promise<Outcome<FormattedText>> {
  if (SMITHY_JSON_HEAD.test(source.text)) return succeeded({ format: "smithy-json", source });
  const json = readJson(source, options);
  if (json.value === undefined) return failed(...json.diagnostics);
  const { isBotocore } = await import("@shapelog/botocore");
  if (isBotocore(json.value)) return succeeded({ format: "botocore", source, json });
  const { isSmithyJson } = await import("@shapelog/smithy");
  if (isSmithyJson(json.value)) return succeeded({ format: "smithy-json", source });
  const { file } = source;
  return failed(cliDiagnostics.create("unknown-format", { file }, { path: file }));
}

/** Reads a text of a known format. Readers are loaded when their format is met. */
export async function readFormat(text: FormattedText, options: ReadModelOptions): Promise<ReadResult> {
  switch (text.format) {
    case "smithy-json": {
      const { readSmithyJson } = await import("@shapelog/smithy");
      return readSmithyJson(text.source, options);
    }
    case "botocore": {
      const { readBotocoreJson } = await import("@shapelog/botocore");
      return readBotocoreJson(text.source.file, text.json, options);
    }
    default:
      return unreachable(text);
  }
}
