/** The files of one version of a package. */
export interface PackageFiles {
  readonly name: string;
  readonly version: string;
  /** Where it was found, for people. */
  readonly from: "node_modules" | "registry";
  /** The paths of its files from its own folder, with `/`, sorted. */
  readonly paths: readonly string[];
  /** Returns a file's bytes; `undefined` for one that it does not have. */
  read(path: string): Promise<Uint8Array | undefined>;
}

/** The endings of the files that may be models or tell of releases; nothing else is read of a package. */
export const READ_ENDINGS = [".json", ".smithy", ".md"];
