export { type CreatedSchemas, createSchemas } from "./create-schemas.js";
export { openApiDiagnostics } from "./diagnostics.js";
export { type EmitJsonSchemaOptions, emitJsonSchema } from "./emit-json-schema.js";
export { type EmitSchemasOptions, emitOpenApi } from "./emit-openapi.js";
export type { JsonSchema, ProgramType, SchemaForm } from "./json-schema.js";
export type { CreateSchemasOptions } from "./schema-context.js";
