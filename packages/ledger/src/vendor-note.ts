import type { VendorNote } from "./ledger.js";

/** Returns whose note it is and of which release, such as `botocore 1.27.55`. */
export function nameVendor({ source, version }: Pick<VendorNote, "source" | "version">): string {
  return version === undefined ? source : `${source} ${version}`;
}

/** Where the notes of vendors stand in public. Only addresses that are sure to be there: a tag has its own file of notes. */
const PLACES: ReadonlyMap<string, (version: string, file: string) => string | undefined> = new Map([
  [
    "botocore",
    (version, file) =>
      /^\d+(?:\.\d+){2}$/.test(version) && file === `.changes/${version}.json`
        ? `https://github.com/boto/botocore/blob/${version}/${file}`
        : undefined,
  ],
]);

/** Returns the public address of a vendor's note, or `undefined` where it is not known for sure. */
export function findVendorAddress({ source, version, file }: VendorNote): string | undefined {
  if (version === undefined || file === undefined) return undefined;
  return PLACES.get(source)?.(version, file);
}
