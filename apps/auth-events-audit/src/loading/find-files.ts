import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";

/** A file to read. */
export interface FoundFile {
  /** As it was named, for messages. */
  readonly name: string;
  /** What it is known by, wherever the program is started; `-` for the standard input. */
  readonly path: string;
}

/**
 * Returns the files that paths and patterns name, sorted within each pattern, each once; `-` is the standard input.
 * Throws where a pattern finds nothing: a typing error is not an empty month.
 */
export async function findFiles(patterns: readonly string[]): Promise<readonly FoundFile[]> {
  const files = new Map<string, FoundFile>();
  for (const pattern of patterns) {
    for (const name of await findMatches(pattern)) {
      const path = pattern === "-" ? pattern : resolve(name);
      if (!files.has(path)) files.set(path, { name: pattern === "-" ? "standard input" : name, path });
    }
  }
  return [...files.values()];
}

async function findMatches(pattern: string): Promise<readonly string[]> {
  // A file may be called what looks like a pattern.
  if (pattern === "-" || existsSync(pattern) || !isDynamicPattern(pattern)) return [pattern];
  const found = await glob(pattern, { expandDirectories: false, dot: true });
  if (found.length === 0) throw new Error(`no file matches ${pattern}`);
  return found.sort();
}
