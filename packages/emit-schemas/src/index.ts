export { emitParse } from "./emit-parse.js";
export { emitRedact } from "./emit-redact.js";
export { type EmitSchemasOptions, emitSchemas } from "./emit-schemas.js";
