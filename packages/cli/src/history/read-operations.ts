import type { OperationsByBlob, PlannedRevision } from "@shapelog/history";
import { findOperations, shapeName } from "@shapelog/model";
import type { Blobs } from "../git/blobs.js";
import { createRevisionReader } from "./readers.js";

/** Returns the names of the operations of models, by blob, with those that are `known`. What is missing has none. */
export async function readOperations(
  blobs: Blobs,
  models: readonly Pick<PlannedRevision, "path" | "blob">[],
  known: OperationsByBlob = new Map(),
): Promise<OperationsByBlob> {
  const read = createRevisionReader(undefined);
  const operations = new Map<string, readonly string[]>();
  for (const { path, blob } of models) {
    const bytes = known.has(blob) ? undefined : await blobs.read(blob);
    const { model } = bytes ? read({ file: path, bytes, beside: {} }, undefined) : {};
    const names = model ? findOperations(model).map(({ id }) => shapeName(id)) : known.get(blob);
    if (names) operations.set(blob, names);
  }
  return operations;
}
