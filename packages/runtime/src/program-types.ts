/*
 * Twins of types that Smithy's packages for JavaScript have, assignable to them and back, without the types of Node and
 * of the DOM that those packages need.
 */

/** What a client tells of the response that it read (@smithy/types, `ResponseMetadata`). */
export interface ResponseMetadata {
  httpStatusCode?: number;
  requestId?: string;
  extendedRequestId?: string;
  cfId?: string;
  /** How often the request was sent. */
  attempts?: number;
  /** In milliseconds. */
  totalRetryDelay?: number;
}

/** What clients put on all that they return and throw (@smithy/types, `MetadataBearer`). */
export interface MetadataBearer {
  $metadata: ResponseMetadata;
}

/** The pages of an operation, one by one (@smithy/types, `Paginator`). */
export type Paginator<Page> = AsyncGenerator<Page, undefined, unknown>;

/** What every paginator takes; those of a service say more of the client (@smithy/types, `PaginationConfiguration`). */
export interface PaginationConfiguration {
  client: unknown;
  pageSize?: number;
  startingToken?: unknown;
  /** Whether to stop at a token that was there before, where the last page has one, too. */
  stopOnSameToken?: boolean;
}

/** A JSON value (@smithy/types, `DocumentType`). */
export type DocumentType =
  | null
  | boolean
  | number
  | string
  | DocumentType[]
  | { [property: string]: DocumentType };

/** A decimal number of any size, by its digits (@smithy/core/serde, `NumericValue`). */
export interface NumericValue {
  /** Such as `-1.50` or `2e400`. */
  readonly string: string;
  readonly type: "bigDecimal";
}

/** A text that is JSON, as clients return it (@smithy/core/serde, `LazyJsonString`). */
export interface LazyJsonString extends globalThis.String {
  /** Returns what the text stands for. Throws where it is no JSON. */
  deserializeJSON(): unknown;
  /** Returns the text itself. */
  toJSON(): string;
}

/** The bytes of a body, as clients return them (@smithy/core/serde, `Uint8ArrayBlobAdapter`). */
export interface Uint8ArrayBlobAdapter extends Uint8Array {
  /** Returns the bytes as text. Default: as UTF-8. */
  transformToString(encoding?: string): string;
}
