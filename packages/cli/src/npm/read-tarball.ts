import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { Parser } from "tar/parse";
import { READ_ENDINGS } from "./package-files.js";

/** The most bytes that an archive may hold. */
const MOST_BYTES = 1024 * 1024 * 1024;

/**
 * Returns the files of a packed package that are read of one, by their paths from its own folder. Nothing is unpacked to
 * a disk, so no path leads anywhere; links are no files.
 */
export async function readTarball(
  archive: Uint8Array,
): Promise<ReadonlyMap<string, Uint8Array> | { readonly reason: string }> {
  const files = new Map<string, Uint8Array>();
  try {
    const bytes = await promisify(gunzip)(archive, { maxOutputLength: MOST_BYTES });
    await new Promise<void>((resolve, reject) => {
      const parser = new Parser({
        strict: true,
        onReadEntry: (entry) => {
          const path = entry.path.replace(/^[^/]*\//, "");
          const parts: Uint8Array[] = [];
          if ((entry.type === "File" || entry.type === "OldFile") && isRead(path)) {
            entry.on("data", (part) => parts.push(part));
            entry.on("end", () => files.set(path, Buffer.concat(parts)));
          } else entry.resume();
        },
      });
      parser.on("end", () => resolve());
      parser.on("error", reject);
      parser.end(bytes);
    });
  } catch (error) {
    return {
      reason: `its archive cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  return files;
}

/** As of a package that is installed: nothing of packages in it, nor in folders of tools. */
function isRead(path: string): boolean {
  return (
    READ_ENDINGS.some((ending) => path.endsWith(ending)) &&
    !/(?:^|\/)(?:node_modules|\.[^/]*)(?:\/|$)/.test(path)
  );
}
