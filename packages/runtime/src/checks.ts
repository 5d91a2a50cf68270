/**
 * What compiled validators call. Not for people: generated code and this module change together.
 *
 * @packageDocumentation
 * @internal
 */
export { compareDecimals } from "./compare-decimals.js";
export { createPattern } from "./create-pattern.js";
export { createGuard, createReader, createValidator } from "./create-validator.js";
export {
  BIG_INT,
  BODY,
  BOOLEAN_TEXT,
  DATES_TEXT,
  DECIMAL,
  DECIMAL_OR_TEXT,
  DECIMAL_TEXT,
  EPOCH_SECONDS,
  EVENTS,
  FLOAT,
  FLOAT_TEXT,
  failBase64,
  failBigInteger,
  failBlob,
  failBytes,
  failDateTime,
  failDecimalRange,
  failDepth,
  failDuplicates,
  failEntries,
  failEnum,
  failItems,
  failLong,
  failRange,
  failRequired,
  failString,
  failText,
  failTime,
  failType,
  HTTP_DATE,
  INTEGER_TEXT,
  JSON_TEXT,
  LIST_TEXT,
  LONG_TEXT,
  MANY_TEXT,
  STREAM,
  STREAMED,
} from "./fail.js";
export { type Failure, type Failures, lift } from "./failures.js";
export { hasDuplicates } from "./has-duplicates.js";
export { createMatcher, type Matcher } from "./matcher.js";
export { ERROR_ENVELOPE, failMembers, failUnion, OUTPUT_ENVELOPE } from "./members.js";
export {
  countBytes,
  countEntries,
  isAsyncIterable,
  isBody,
  isStream,
  isStreamed,
  readDecimal,
  readDecimalOrText,
  textOf,
} from "./program-values.js";
export {
  pickRest,
  readBoolean,
  readDates,
  readDecimalText,
  readFloat,
  readInteger,
  readList,
  readLong,
  readMany,
  readMedia,
} from "./read-text.js";
export { type Check, isValid, readWith, validateWith } from "./run-check.js";
export {
  countBase64Bytes,
  isBase64,
  isBytes,
  isDate,
  isDateTime,
  isEpochSeconds,
  isHttpDate,
} from "./simple-values.js";
export { isLonger, isShorter } from "./text-length.js";
/** What packages call that were generated before `validateWith` and `readWith`. */
export { toReadResult, toResult } from "./to-result.js";
