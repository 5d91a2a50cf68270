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
export type { Redact, Redacted } from "./redact-value.js";
export type {
  Drift,
  Invalid,
  Keyword,
  Parse,
  Read,
  ReadResult,
  Result,
  Valid,
  ValidationError,
} from "./result.js";
export type { Guard, Reader, StandardIssue, StandardProps, StandardResult, Validator } from "./standard.js";
