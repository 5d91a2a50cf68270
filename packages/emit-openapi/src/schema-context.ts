import type { Diagnostic } from "@shapelog/diagnostics";
import type { DataShape, Names } from "@shapelog/emit";
import type { Locate, Model, ServiceShape, ShapeId } from "@shapelog/model";
import type { SchemaForm } from "./json-schema.js";

export interface CreateSchemasOptions {
  readonly service: ServiceShape;
  readonly form: SchemaForm;
  /**
   * `model`: every data shape of the service. `wire`: what its package has in wire form, which is what the JSON of its
   * bodies is made of, and the pieces of its requests and responses; `names` has these, too. Default: `model`.
   */
  readonly scope?: "model" | "wire";
  readonly names: Names;
  /** What `$ref` puts before a name: `#/components/schemas/` or `#/$defs/`. */
  readonly refPrefix: string;
  /** Returns the ISO date a shape, member (`ns#S$m`) or enum value first appeared. Default: not known. */
  readonly since?: (id: ShapeId) => string | undefined;
  /** Returns the place of a shape, member or trait in the model's source, for diagnostics. Default: not known. */
  readonly locate?: Locate;
}

/** What every schema is made with. */
export interface SchemaContext extends CreateSchemasOptions {
  readonly model: Model;
  /** The service's data shapes by id: those that have a schema to point at. */
  readonly shapes: ReadonlyMap<ShapeId, DataShape>;
  /** Whether schemas are of XML: members say what their elements are called, and maps are lists of entries. Default: they are not. */
  readonly xml?: boolean;
  /** Whether schemas are of CBOR, which has bytes and times of its own. Default: they are not. */
  readonly cbor?: boolean;
  /** The service's data shapes that have none, by id. Default: none. */
  readonly known?: ReadonlyMap<ShapeId, DataShape>;
  /** The shapes that are being written in place, the outermost first. Default: none. */
  readonly written?: readonly ShapeId[];
  report(diagnostic: Diagnostic): void;
}
