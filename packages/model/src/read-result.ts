import type { Location, WithDiagnostics } from "@shapelog/diagnostics";
import type { Model, ShapeId } from "./shape.js";

/** A text with the name it is known by in diagnostics. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** What every reader returns. After errors the model holds what could be read. */
export interface ReadResult extends WithDiagnostics {
  readonly model: Model;
  /** Returns where a shape, member or trait stands in the source. Kept out of the model, so that equal facts are equal models. */
  readonly locate: Locate;
}

/**
 * Returns the place of a shape, or of a member by its own id, or `undefined`. With `trait` it is the place of that trait
 * on the shape or member, and `undefined` where the trait is not written there.
 */
export type Locate = (id: ShapeId, trait?: ShapeId) => Location | undefined;
