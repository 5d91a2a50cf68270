import type { CodeFile } from "@shapelog/emit";

/** Where the types come from that generated code imports. */
const MODULES: ReadonlyMap<string, string> = new Map([
  ...[
    "DocumentType",
    "LazyJsonString",
    "MetadataBearer",
    "NumericValue",
    "PaginationConfiguration",
    "Paginator",
    "Uint8ArrayBlobAdapter",
  ].map((name) => [name, "@shapelog/runtime"] as const),
  // They refer to types of Node and of the DOM, so that only packages with such members need these.
  ...[
    "BlobPayloadInputTypes",
    "StreamingBlobPayloadInputTypes",
    "StreamingBlobPayloadOutputTypes",
    "StreamingBlobTypes",
  ].map((name) => [name, "@smithy/types"] as const),
]);

/** Returns how a file names a type that generated code imports, or a global one. */
export function importType(file: CodeFile, name: string): string {
  const from = MODULES.get(name);
  return from === undefined ? file.global(name) : file.import({ name, from, type: true });
}
