export { jsonDiagnostics } from "./diagnostics.js";
export { indexPointers } from "./index-pointers.js";
export { explainTooDeep, isTooDeep } from "./is-too-deep.js";
export type { JsonSource } from "./json-source.js";
export { isJsonArray, isJsonObject, type JsonValue, jsonType } from "./json-value.js";
export { type ParsedJson, parseJson } from "./parse-json.js";
export { offsetOfPointer, printPointer } from "./pointer.js";
export { type ReadJsonOptions, type ReadJsonResult, readJson } from "./read-json.js";
export { type JsonProblem, MAX_DEPTH } from "./visit-json.js";
