/** A package that a lock file has, in one version. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
}

/** Reads the packages of a lock file's text. Throws where the text is not of its format. */
export type ReadLock = (text: string) => readonly LockedPackage[];

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns the entries of an object; none of what is no object. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}
