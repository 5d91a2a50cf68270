import type { Diagnostic, WithDiagnostics } from "@shapelog/diagnostics";
import { chooseShapes, chooseWireShapes } from "@shapelog/emit";
import type { Model } from "@shapelog/model";
import type { JsonSchema } from "./json-schema.js";
import type { CreateSchemasOptions, SchemaContext } from "./schema-context.js";
import { shapeSchema } from "./shape-schema.js";

/** Schemas by name, in the order of the shapes' ids. */
export interface CreatedSchemas extends WithDiagnostics {
  readonly schemas: ReadonlyMap<string, JsonSchema>;
}

/**
 * Creates one JSON Schema 2020-12 for each data shape a service reaches. Objects are open: unknown properties are
 * allowed, as Smithy clients must ignore them. Patterns that JavaScript cannot run safely are left out and reported as
 * `emit/pattern-refused`.
 */
export function createSchemas(model: Model, options: CreateSchemasOptions): CreatedSchemas {
  const diagnostics: Diagnostic[] = [];
  const context = createSchemaContext(model, options, (diagnostic) => diagnostics.push(diagnostic));
  const schemas = new Map<string, JsonSchema>();
  for (const shape of context.shapes.values())
    schemas.set(options.names.of(shape.id), shapeSchema(context, shape));
  const aliases = options.scope === "wire" ? chooseWireShapes(model, options.service).aliases : [];
  for (const [id, shape] of aliases)
    schemas.set(options.names.of(id), { $ref: `${options.refPrefix}${options.names.of(shape.id)}` });
  return { schemas, diagnostics };
}

/** Creates what `shapeSchema` and `memberSchema` need. */
export function createSchemaContext(
  model: Model,
  options: CreateSchemasOptions,
  report: (diagnostic: Diagnostic) => void,
): SchemaContext {
  const { shapes } = chooseShapes(model, options.service);
  const chosen = options.scope === "wire" ? chooseWireShapes(model, options.service).shapes : shapes;
  return {
    ...options,
    model,
    shapes: new Map(chosen.map((shape) => [shape.id, shape])),
    known: new Map(shapes.map((shape) => [shape.id, shape])),
    report,
  };
}
