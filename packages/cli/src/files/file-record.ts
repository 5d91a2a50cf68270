import { join } from "node:path";
import type { EmittedFile } from "@shapelog/emit";
import { compareCodeUnits } from "@shapelog/model";
import { digestBytes } from "./digest-bytes.js";
import { readQuietly } from "./read-quietly.js";

/** The file in a folder that lists what the command wrote there. It belongs with the files, into version control, too. */
export const RECORD_FILE = ".shapelog-files";

const HEADER =
  "# What Shapelog wrote here, each with its SHA-256. Only these files are replaced and removed again.";

/** The digests of the files that are a command's own, by their paths. A merge of two branches may leave several of one. */
export type FileRecord = ReadonlyMap<string, ReadonlySet<string>>;

/** Returns what an earlier run wrote into a folder; `undefined` where there is no record of one. */
export function readRecord(folder: string, file = RECORD_FILE): FileRecord | undefined {
  const text = readQuietly(join(folder, file));
  return text === undefined ? undefined : parseRecord(text);
}

/**
 * Reads a record: a line for each file, as `sha256sum` prints them. Other lines, such as those of a merge that is not
 * settled, say nothing. Returns `undefined` for a text that is no record.
 */
export function parseRecord(text: string): FileRecord | undefined {
  if (!text.includes(HEADER)) return undefined;
  const record = new Map<string, Set<string>>();
  for (const [, digest = "", path = ""] of text.matchAll(/^([0-9a-f]{64}) {2}(.+?)\r?$/gm))
    record.set(path, (record.get(path) ?? new Set()).add(digest));
  return record;
}

/** Returns the file of a record. */
export function printRecord(digests: ReadonlyMap<string, string>, file = RECORD_FILE): EmittedFile {
  const lines = [...digests]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([path, digest]) => `${digest}  ${path}\n`);
  return { path: file, text: `${HEADER}\n${lines.join("")}` };
}

/** Returns the digest that a record has for a text. How git ends lines on a machine makes no difference. */
export function digestText(text: string): string {
  return digestBytes(text.replaceAll("\r\n", "\n"));
}
