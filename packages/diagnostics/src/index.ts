export { type Catalog, type CatalogEntry, defineCatalog } from "./catalog.js";
export {
  type Diagnostic,
  type DiagnosticExit,
  hasSeverity,
  isAtLeast,
  type Location,
  type RelatedLocation,
  SEVERITIES,
  type Severity,
  type WithDiagnostics,
} from "./diagnostic.js";
export { findSimilar } from "./find-similar.js";
export {
  createPositionFinder,
  type FindPosition,
  findPosition,
  type Position,
  type SourceTexts,
} from "./position.js";
export { printGithub } from "./print-github.js";
export { printJson } from "./print-json.js";
export { type PrintSarifOptions, printSarif } from "./print-sarif.js";
export { type PrintTextOptions, printText } from "./print-text.js";
export { printable } from "./printable.js";
export { pageUri, type RulePage, summarizePage } from "./rule-page.js";
export {
  type AssembleSarifOptions,
  assembleSarif,
  type SarifLevel,
  type SarifResult,
  sarifLevel,
} from "./sarif.js";
