import type { Diagnostic, Location } from "@shapelog/diagnostics";
import type { Locate, NodeValue, Shape, ShapeId, Traits } from "@shapelog/model";

/** A version of Smithy that files can be written in. */
export type SmithyVersion = "1.0" | "2.0";

/** What stands for the target of a member whose target is found elsewhere (`$name`), until it is found. */
export const ELIDED: ShapeId = "";

/** Traits put on a shape or member from outside of it (Smithy 2.0, "Applying traits"). */
export interface Apply {
  readonly target: ShapeId;
  readonly traits: Traits;
  /** Returns the place of the statement, or of one trait in it. */
  place(trait?: ShapeId): Location | undefined;
}

/** What one file says, before it meets the others: shapes as written, with all ids absolute. */
export interface ModelPart {
  readonly file: string;
  readonly version: SmithyVersion;
  readonly diagnostics: readonly Diagnostic[];
  readonly metadata: ReadonlyMap<string, NodeValue>;
  readonly shapes: ReadonlyMap<ShapeId, Shape>;
  /** Further definitions of ids that `shapes` has already. */
  readonly repeated: readonly Repeated[];
  readonly applies: readonly Apply[];
  /** Shapes that have members with the target {@link ELIDED}. */
  readonly elided: ReadonlySet<ShapeId>;
  /** The resources that structures are bound to with `for`. */
  readonly resources: ReadonlyMap<ShapeId, ShapeId>;
  /** Returns the place of a shape, a member or a trait that is written in the file. */
  readonly locate: Locate;
  /** Returns the place of a metadata value. */
  locateMetadata(key: string): Location | undefined;
  /** Returns whether the file has something of this id, though it could not be read. */
  isWritten(id: ShapeId): boolean;
}

/** A definition of a shape that was defined before. */
export interface Repeated {
  readonly shape: Shape;
  readonly place: Location | undefined;
}
