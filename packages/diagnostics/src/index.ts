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
export { escapeJson, escapeUnits, stringifyJson } from "./escape-json.js";
export { findSimilar } from "./find-similar.js";
export { type GuardTextOptions, guardText } from "./guard-text.js";
export {
  createPositionFinder,
  type FindPosition,
  findPosition,
  type Position,
  type SourceTexts,
} from "./position.js";
export { type Annotation, printAnnotation } from "./print-annotation.js";
export { printGithub } from "./print-github.js";
export { printJson } from "./print-json.js";
export {
  type CreateJunitCaseOptions,
  createJunitCase,
  type JunitCase,
  type JunitOutcome,
  type JunitSuite,
  printJunit,
} from "./print-junit.js";
export { type PrintSarifOptions, printSarif } from "./print-sarif.js";
export { type PrintTextOptions, printText } from "./print-text.js";
export { ACTING, COMMAND_MARK, printable, printableLines } from "./printable.js";
export { pageUri, type RulePage, summarizePage } from "./rule-page.js";
export {
  type AssembleSarifOptions,
  assembleSarif,
  type SarifLevel,
  type SarifResult,
  sarifLevel,
} from "./sarif.js";
export { xmlAttribute, xmlText } from "./xml.js";
