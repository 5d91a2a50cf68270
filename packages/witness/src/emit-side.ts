import { emitTypes } from "@shapelog/emit-types";
import { isNodeObject, type Profile, type ShapeId, shapeName, trait } from "@shapelog/model";
import { findOperation, type Side } from "./side.js";

/** The names of an operation's types. */
export interface OperationTypes {
  readonly input: string;
  readonly output: string;
  readonly errors: string;
}

/** The modules of a side's types, and the names of what they export. */
export interface EmittedSide {
  /** Texts by path: `index.ts`, `wire.ts`, … */
  readonly files: ReadonlyMap<string, string>;
  /** What programs import it as. */
  readonly packageName: string;
  typesOf(operation: ShapeId): OperationTypes | undefined;
}

/**
 * Emits the types of a side, those of the wire as JSON has them under any protocol: what is judged is the model. Verdicts
 * are about the profile `sdk`, which is the default.
 */
export async function emitSide(
  side: Side,
  packageName: string,
  profile: Profile = "sdk",
): Promise<EmittedSide> {
  const { model, service, names } = side;
  const { files } = await emitTypes(model, {
    service,
    names,
    packageName,
    profile,
    source: packageName,
    wire: "model",
  });
  const texts = new Map(files.map(({ path, text }) => [path.replace(/^src\//, ""), text]));
  const operations = texts.get("operations.ts") ?? "";
  const types = new Map<string, OperationTypes>();
  const rows = operations.matchAll(
    /^ {2}(\w+): \{\n {4}input: (\w+);\n {4}output: (\w+);\n {4}errors: (\w+);\n/gm,
  );
  for (const [, name = "", input = "", output = "", errors = ""] of rows)
    types.set(name, { input, output, errors });
  return {
    files: texts,
    packageName,
    typesOf(id) {
      const operation = findOperation(side, id);
      return operation && types.get(names.of(operation.id));
    },
  };
}

/** Returns what a service's package could be called: `simple-email-service`. */
export function packageNameOf({ service }: Side): string {
  const aws = trait(service, "aws.api#service");
  const sdkId = isNodeObject(aws) && typeof aws.sdkId === "string" ? aws.sdkId : undefined;
  const words = (sdkId ?? shapeName(service.id))
    .replace(/([a-z\d])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, "$1$3-$2")
    .replace(/[^A-Za-z\d]+/g, "-");
  return words.toLowerCase().replace(/^-+|-+$/g, "") || "the-service";
}

/** What the emitted modules import from elsewhere, as far as their types go. */
export const EXTERNAL_TYPES: ReadonlyMap<string, string> = new Map([
  [
    "@shapelog/runtime/errors",
    "export declare function isThrown(value: unknown, names: readonly string[]): boolean;\n",
  ],
  [
    "@shapelog/runtime",
    `export type Open<T> = T;
export type DocumentType = null | boolean | number | string | DocumentType[] | { [key: string]: DocumentType };
export interface MetadataBearer { $metadata: { httpStatusCode?: number | undefined; requestId?: string | undefined } }
export interface PaginationConfiguration { client: unknown; pageSize?: number | undefined; startingToken?: unknown }
export type Paginator<Page> = AsyncGenerator<Page, undefined, unknown>;
export interface NumericValue { readonly string: string; readonly type: "bigDecimal" }
export interface LazyJsonString extends String { deserializeJSON(): unknown; toJSON(): string }
export interface Uint8ArrayBlobAdapter extends Uint8Array { transformToString(encoding?: string): string }
`,
  ],
  [
    "@smithy/types",
    `export interface StreamingBlobTypes { pipe: unknown }
export interface StreamingBlobPayloadOutputTypes extends StreamingBlobTypes { transformToString(): Promise<string> }
export type StreamingBlobPayloadInputTypes = string | Uint8Array | StreamingBlobTypes;
export type BlobPayloadInputTypes = string | ArrayBuffer | ArrayBufferView | StreamingBlobTypes;
`,
  ],
]);
