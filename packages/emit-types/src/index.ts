export { typesDiagnostics } from "./diagnostics.js";
export { type EmitTypesOptions, emitTypes } from "./emit-types.js";
