import type { BesideFiles } from "@shapelog/botocore";

/** The paths of the files beside a botocore model. */
export type BesidePaths = { readonly [Kind in keyof BesideFiles]: string };

/** The files of a folder's model, as absolute paths. */
export type ModelFiles =
  | { readonly kind: "file"; readonly path: string; readonly beside?: BesidePaths }
  | { readonly kind: "smithy"; readonly files: readonly ModelFile[] };

export interface ModelFile {
  readonly path: string;
  /** Whether it is in the model whatever it holds; other JSON files may be of another kind, and are then left out. */
  readonly isNamed: boolean;
}
