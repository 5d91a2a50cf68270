/** A package of npm, and a place in it. */
export interface PackageAddress {
  readonly name: string;
  /** A version, a range or a tag. Absent for the one that is installed, else the newest. */
  readonly version?: string;
  /** A file or folder in the package. Absent where its one model is meant. */
  readonly path?: string;
}

/** What is expected of an input of npm. */
export const PACKAGE_FORM = "npm:<package>, npm:<package>@<version>, or either with :<file or folder in it>";

/**
 * npm takes names of other forms for folders, archives, addresses and repositories; none of those is a package of a
 * registry (npm-package-arg).
 */
const FORM =
  /^npm:((?:@[a-z0-9~][a-z0-9._~-]*\/)?[a-z0-9~][a-z0-9._~-]*)(?:@(\w[\w.-]*|[~^]?\d[\w.+-]*))?(?::(?!\/)(.+))?$/is;
/** A version that npm would take for something else: an archive, or the protocol of an address. */
const OTHER =
  /\.(?:tgz|tar|tar\.gz)$|^(?:file|git|github|gist|gitlab|bitbucket|https?|link|npm|patch|portal|ssh|workspace)$/i;

/** Returns the package that an input names, or `undefined` for one of another form. */
export function parsePackageInput(input: string): PackageAddress | undefined {
  const [, name, version, path] = FORM.exec(input) ?? [];
  if (name === undefined || OTHER.test(version ?? "")) return undefined;
  if (path?.split("/").includes("..")) return undefined;
  return {
    name,
    ...(version === undefined ? {} : { version }),
    ...(path === undefined ? {} : { path: path.replace(/^(?:\.\/+)+|\/+$/g, "") }),
  };
}
