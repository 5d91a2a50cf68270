import type { Diagnostic, Location } from "@shapelog/diagnostics";
import type { Shape, ShapeId, Traits } from "@shapelog/model";
import type { IdlVersion, InlineShapeNode, ShapeStatement } from "../idl/syntax.js";
import type { Apply, Repeated } from "../load/model-part.js";
import type { Scope } from "./scope.js";

/** One IDL file on its way to a part. */
export interface Lowering {
  readonly file: string;
  readonly text: string;
  readonly version: IdlVersion;
  readonly namespace: string;
  readonly inputSuffix: string;
  readonly outputSuffix: string;
  readonly scope: Scope;
  readonly diagnostics: Diagnostic[];
  readonly shapes: Map<ShapeId, Shape>;
  readonly repeated: Repeated[];
  readonly applies: Apply[];
  readonly elided: Set<ShapeId>;
  readonly resources: Map<ShapeId, ShapeId>;
}

/** What a shape is written as. */
export type WrittenShape = ShapeStatement | InlineShapeNode;

/** Returns the place of an offset in the file. */
export function placeAt({ file }: Pick<Lowering, "file">, offset: number): Location {
  return { file, offset };
}

/** Adds a shape, or notes that its id was defined before. */
export function addToShapes(lowering: Lowering, shape: Shape, offset: number): void {
  if (lowering.shapes.has(shape.id)) {
    lowering.repeated.push({ shape, place: placeAt(lowering, offset) });
  } else lowering.shapes.set(shape.id, shape);
}

/** What every shape has, whatever its kind. */
export interface Base {
  readonly id: ShapeId;
  readonly traits: Traits;
  readonly mixins?: readonly ShapeId[];
}
