export type { Open } from "./open.js";
export type { Drift, Invalid, Keyword, ReadResult, Result, ValidationError } from "./result.js";
