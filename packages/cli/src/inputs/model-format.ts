import type { BesideFiles } from "@shapelog/botocore";
import type { ReadJsonResult } from "@shapelog/json";
import { readJson } from "@shapelog/json";
import { type ReadResult, type SourceText, unreachable } from "@shapelog/model";
// The entry of this alone: the rest of the package is loaded when Smithy's formats are met.
import { beginsAsSmithyJson, isIdl } from "@shapelog/smithy/text-format";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";

export interface ReadModelOptions {
  /** Whether to look for duplicate keys. Default: false. */
  readonly duplicates?: boolean;
  /** Whether to report targets that no text has; off where a validator looks at the model. Default: true. */
  readonly references?: boolean;
  /** Whether strings with the deprecated `@enum` become enums; off where a validator looks at the model. Default: true. */
  readonly upgradeEnums?: boolean;
  /** The id in SDKs of a service whose botocore file states none. Default: worked out from the service's names. */
  readonly serviceId?: string;
}

/** A text in one of Smithy's two formats. Several of them can make one model. */
export interface SmithyText {
  readonly format: "smithy-idl" | "smithy-json";
  readonly source: SourceText;
}

/** A text in botocore's format, parsed, with the files that stand beside it. */
export interface BotocoreText {
  readonly format: "botocore";
  readonly source: SourceText;
  readonly json: ReadJsonResult;
  readonly beside?: BesideFiles;
}

/** A text whose format is known, with what finding that out has made already. One member for each format. */
export type FormattedText = SmithyText | BotocoreText;

/**
 * Finds out a text's format: from its name or first characters where they tell, else from its JSON, which is parsed and
 * handed on.
 */
export async function findFormat(
  source: SourceText,
  options: ReadModelOptions,
): Promise<Outcome<FormattedText>> {
  const { file, text } = source;
  if (isIdl(source)) return succeeded({ format: "smithy-idl", source });
  if (beginsAsSmithyJson(text)) return succeeded({ format: "smithy-json", source });
  const json = readJson(source, options);
  if (json.value === undefined) return failedWith(json.diagnostics);
  const { isBotocore } = await import("@shapelog/botocore");
  if (isBotocore(json.value)) return succeeded({ format: "botocore", source, json });
  const { isSmithyJson } = await import("@shapelog/smithy");
  if (isSmithyJson(json.value)) return succeeded({ format: "smithy-json", source });
  return failed(cliDiagnostics.create("unknown-format", { file }, { path: file }));
}

/** Reads a text of a known format. Readers are loaded when their format is met. */
export async function readFormat(text: FormattedText, options: ReadModelOptions): Promise<ReadResult> {
  switch (text.format) {
    case "smithy-idl":
    case "smithy-json":
      return readSmithy([text], options);
    case "botocore": {
      const { readBotocoreJson } = await import("@shapelog/botocore");
      const { serviceId } = options;
      const shared = serviceId === undefined ? {} : { serviceId };
      return readBotocoreJson(text.source.file, text.json, { ...text.beside, ...shared });
    }
    default:
      return unreachable(text);
  }
}

/** Reads one model of any number of Smithy texts. */
export async function readSmithy(
  texts: readonly SmithyText[],
  options: ReadModelOptions,
): Promise<ReadResult> {
  const { loadModel } = await import("@shapelog/smithy");
  const sources = texts.map(({ format, source: { file, text } }) => {
    return { file, text, format: format === "smithy-idl" ? ("idl" as const) : ("json" as const) };
  });
  return loadModel(sources, options);
}
