export { type EmitSchemasOptions, emitSchemas } from "./emit-schemas.js";
