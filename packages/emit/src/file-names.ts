import { compareCodeUnits } from "@shapelog/model";

/** Device names that Windows takes for devices whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/** Longest file name without extension; file systems allow 255 bytes. */
const LIMIT = 180;

export interface FileNamesOptions {
  /** Names that something else has. Default: none. */
  readonly reserved?: Iterable<string>;
}

/**
 * Returns a file name (without extension) for each name: safe as a path part on every system, and unique on file
 * systems that take upper and lower case for the same. Characters other than ASCII letters, digits, `_` and `-`
 * become `_`. The order of `names` means nothing.
 */
export function createFileNames(
  names: Iterable<string>,
  { reserved = [] }: FileNamesOptions = {},
): ReadonlyMap<string, string> {
  const taken = new Set([...reserved].map((name) => name.toLowerCase()));
  const found = new Map<string, string>();
  for (const name of [...new Set(names)].sort(compareCodeUnits)) {
    let plain = name.replace(/[^\w-]/g, "_").slice(0, LIMIT) || "_";
    if (DEVICE.test(plain)) plain = `${plain}_`;
    let unique = plain;
    for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${plain}_${number}`;
    taken.add(unique.toLowerCase());
    found.set(name, unique);
  }
  return found;
}
