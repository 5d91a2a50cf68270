import type { Diagnostic } from "@shapelog/diagnostics";
import type { DataShape, Names } from "@shapelog/emit";
import type { DataForm, Model, ServiceShape, ShapeId } from "@shapelog/model";
import type { Form, StreamTakes } from "./check.js";

/** What checks are planned with. */
export interface PlanContext {
  readonly model: Model;
  readonly service: ServiceShape;
  readonly names: Names;
  readonly form: Form;
  /** The form of which the demands hold: whether required members that clients fill in have to be there. */
  readonly demands: DataForm;
  /** All data shapes of the service by id. */
  readonly known: ReadonlyMap<ShapeId, DataShape>;
  /** Those that have a compiled check of their own in this form, and the pieces of requests and responses. */
  readonly shapes: ReadonlyMap<ShapeId, DataShape>;
  /** The shapes that operations take. */
  readonly inputs: ReadonlySet<ShapeId>;
  /** The shapes that operations return. */
  readonly outputs: ReadonlySet<ShapeId>;
  /** The group of shapes that each recursive shape is in a cycle with. */
  readonly cycles: ReadonlyMap<ShapeId, number>;
  report(diagnostic: Diagnostic): void;
}

/** Where a shape stands: the root of a check, a member, an item, a key or a value. */
export interface Place {
  /** The id of the shape, or of the member whose traits it has in its own's place; for diagnostics. */
  readonly id: ShapeId;
  /** The id of the shape. */
  readonly shape: ShapeId;
  /** The base of the names of constants that belong to this place alone. */
  readonly name: string;
  /** The shape whose check is being planned. */
  readonly root: ShapeId;
  readonly flags: number;
  /** How many steps it is below what is sensitive. */
  readonly below: number;
  /** How many lists and maps are written in place around this one. */
  readonly nesting: number;
  /** What a blob may be here beside bytes, in an operation's input as programs hold it. Default: nothing else. */
  readonly takes?: StreamTakes | undefined;
}
