import type { ReadResult, SourceText } from "@shapelog/model";
import { type LoadModelOptions, loadModel } from "./load/load-model.js";

/**
 * Reads a model from one Smithy IDL file of version 1.0 or 2.0 (Smithy 2.0, "Smithy IDL"). For several files that
 * belong together use {@link loadModel}. Nothing is thrown: what is wrong is reported with its place, and reading goes
 * on.
 *
 * @example
 * const { model, diagnostics } = readIdl({ file: "main.smithy", text });
 */
export function readIdl({ file, text }: SourceText, options: LoadModelOptions = {}): ReadResult {
  return loadModel([{ file, text, format: "idl" }], options);
}
