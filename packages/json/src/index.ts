export { jsonDiagnostics } from "./diagnostics.js";
export { indexPointers } from "./index-pointers.js";
export { explainInspection, type Inspection, inspectJson, PLAIN, TOO_DEEP } from "./inspect-json.js";
export type { JsonSource } from "./json-source.js";
export { isJsonArray, isJsonObject, type JsonValue, jsonType } from "./json-value.js";
export { offsetOfPointer, printPointer } from "./pointer.js";
export { type ReadJsonOptions, type ReadJsonResult, readJson } from "./read-json.js";
export { MAX_DEPTH } from "./visit-json.js";
