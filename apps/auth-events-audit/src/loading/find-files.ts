import { createReadStream, existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { FoundFile } from "./found-file.js";
import { isObjectPattern } from "./object-pattern.js";

const CHUNK = 1024 * 1024;

/**
 * Returns the files that paths and patterns name, sorted within each pattern, each once; `-` is the standard input, and
 * `s3://bucket/key` is an object. Throws where a pattern finds nothing: a typing error is not an empty month.
 */
export async function findFiles(
  patterns: readonly string[],
  input: () => AsyncIterable<Uint8Array>,
): Promise<readonly FoundFile[]> {
  const files = new Map<string, FoundFile>();
  for (const pattern of patterns) {
    for (const file of await findMatches(pattern, input)) {
      if (!files.has(file.path)) files.set(file.path, file);
    }
  }
  return [...files.values()];
}

async function findMatches(
  pattern: string,
  input: () => AsyncIterable<Uint8Array>,
): Promise<readonly FoundFile[]> {
  if (pattern === "-") return [createInputFile(input)];
  if (isObjectPattern(pattern)) {
    const { findObjects } = await import("./object-storage.js");
    return findObjects(pattern);
  }
  // A file may be called what looks like a pattern.
  if (existsSync(pattern) || !isDynamicPattern(pattern)) return [createDiskFile(pattern)];
  const found = await glob(pattern, { expandDirectories: false, dot: true });
  if (found.length === 0) throw new Error(`no file matches ${pattern}`);
  return found.sort().map(createDiskFile);
}

function createInputFile(input: () => AsyncIterable<Uint8Array>): FoundFile {
  return {
    name: "standard input",
    path: "-",
    isSeekable: false,
    read: input,
    measure: async () => undefined,
  };
}

function createDiskFile(name: string): FoundFile {
  const path = resolve(name);
  return {
    name,
    path,
    isSeekable: true,
    read: (start = 0) => createReadStream(path, { highWaterMark: CHUNK, start }),
    measure: async () => (await stat(path).catch(() => undefined))?.size ?? 0,
  };
}
