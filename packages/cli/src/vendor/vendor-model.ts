import type { RevisionSource, VendorNote } from "@shapelog/ledger";
import type { Model, ShapeId } from "@shapelog/model";

/** Where a model came from, as far as its input tells. */
export interface VendorOrigin {
  /** What it was taken from, such as `botocore`. */
  readonly name?: string;
  readonly version?: string;
  readonly commit?: string;
  /** The day it came to be, `YYYY-MM-DD`. */
  readonly date?: string;
  /** What the vendor says of it. */
  readonly note?: Omit<VendorNote, "source" | "version">;
}

/** A vendor's model as it is to be recorded. */
export interface VendorModel {
  /** The input as it is shown. */
  readonly label: string;
  /** The whole of it. */
  readonly model: Model;
  /** Returns whether a trait that a shape does not have there is one that the vendor says it has not. */
  readonly states: (trait: ShapeId) => boolean;
  readonly source?: RevisionSource;
  readonly date?: string;
  readonly note?: VendorNote;
  /** The operations that the vendor had when it was last recorded, if that is known. */
  readonly olderOperations?: ReadonlySet<string>;
}
