/** The files of a folder's model, as absolute paths. */
export type ModelFiles =
  | { readonly kind: "file"; readonly path: string; readonly paginators?: string }
  | { readonly kind: "smithy"; readonly files: readonly ModelFile[] };

export interface ModelFile {
  readonly path: string;
  /** Whether it is in the model whatever it holds; other JSON files may be of another kind, and are then left out. */
  readonly isNamed: boolean;
}
