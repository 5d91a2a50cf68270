export type { Open, Opened } from "./open.js";
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
export type {
  Drift,
  Invalid,
  Keyword,
  Read,
  ReadResult,
  Result,
  Valid,
  ValidationError,
} from "./result.js";
