export { smithyDiagnostics } from "./diagnostics.js";
export { printSmithyJson } from "./print-smithy-json.js";
export { isSmithyJson, type ReadSmithyJsonOptions, readSmithyJson } from "./read-smithy-json.js";
export { FIELDS_TRAIT } from "./read-traits.js";
