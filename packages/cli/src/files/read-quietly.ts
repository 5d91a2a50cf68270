import { readFileSync, statSync } from "node:fs";

/**
 * Returns the text of a file; `undefined` for what is not there, cannot be read, or is a pipe or a device, which may never
 * end.
 */
export function readQuietly(path: string): string | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path, "utf8") : undefined;
  } catch {
    return undefined;
  }
}
