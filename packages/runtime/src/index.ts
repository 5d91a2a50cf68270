export type { Open } from "./open.js";
export type {
  DocumentType,
  LazyJsonString,
  MetadataBearer,
  NumericValue,
  PaginationConfiguration,
  Paginator,
  ResponseMetadata,
  Uint8ArrayBlobAdapter,
} from "./program-types.js";
export type { Drift, Invalid, Keyword, ReadResult, Result, ValidationError } from "./result.js";
