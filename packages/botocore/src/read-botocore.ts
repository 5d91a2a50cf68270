import { type ReadJsonResult, readJson } from "@shapelog/json";
import type { ReadResult, SourceText } from "@shapelog/model";
import { readBeside } from "./read-beside.js";
import { type ReadBotocoreOptions, readWhole } from "./read-whole.js";

/**
 * Reads an AWS `service-2.json` of any age into the model that AWS publishes of the same service in Smithy, as far as
 * the file says it. What Smithy has no trait for is kept, as it is, in traits `shapelog.botocore#<key>`. Nothing is
 * thrown: what is wrong is reported with its JSON Pointer, and reading goes on.
 *
 * @example
 * const { model } = readBotocore({ file: "service-2.json", text }, { paginators });
 */
export function readBotocore(source: SourceText, options: ReadBotocoreOptions = {}): ReadResult {
  return readBotocoreJson(source.file, readJson(source, options), options);
}

/** Reads a `service-2.json` as {@link readBotocore} does, from what `readJson` returned of its text. */
export function readBotocoreJson(
  file: string,
  { value, diagnostics }: ReadJsonResult,
  options: Omit<ReadBotocoreOptions, "duplicates"> = {},
): ReadResult {
  const { serviceId, ...files } = options;
  const { read: _, ...result } = readWhole(
    { file, value },
    { diagnostics, beside: readBeside(files), ...(serviceId === undefined ? {} : { serviceId }) },
  );
  return result; // without the parsed file, which only a next revision asks for
}
