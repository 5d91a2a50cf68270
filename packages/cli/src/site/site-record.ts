import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The file in a site's folder that lists what the command wrote there. */
export const RECORD_FILE = "shapelog-site.json";

const FORMAT = "shapelog-site/1";

/** Returns the files that an earlier run wrote into a folder; `undefined` where the folder has no record of one. */
export async function readRecord(folder: string): Promise<ReadonlySet<string> | undefined> {
  try {
    const record: unknown = JSON.parse(await readFile(join(folder, RECORD_FILE), "utf8"));
    return isRecord(record) ? new Set(record.files) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the record's file. */
export function printRecord(files: Iterable<string>): { readonly path: string; readonly text: string } {
  const record = { format: FORMAT, files: [...files].sort() };
  return { path: RECORD_FILE, text: `${JSON.stringify(record, undefined, 1)}\n` };
}

function isRecord(value: unknown): value is { readonly files: readonly string[] } {
  return (
    typeof value === "object" &&
    value !== null &&
    "format" in value &&
    value.format === FORMAT &&
    "files" in value &&
    Array.isArray(value.files) &&
    value.files.every((file) => typeof file === "string")
  );
}
