export {
  type BuildTableOptions,
  buildTable,
  type PatternTable,
} from "./build-table.js";
export type { CharacterElement, CharacterRange, CharacterSet } from "./character-set.js";
export {
  compareTexts,
  createTextComparer,
  type TextComparison,
  type TextDifference,
  type TextExample,
  type TextRelation,
} from "./compare-texts.js";
export { type FindTextOptions, findText } from "./find-text.js";
export { parsePattern } from "./parse-pattern.js";
export { type CharacterPartition, partitionCharacters } from "./partition-characters.js";
export { findLengths, type PatternLengths } from "./pattern-lengths.js";
export { type ReadPattern, readPattern } from "./read-pattern.js";
export type { Span, TextLimits } from "./text-limits.js";
