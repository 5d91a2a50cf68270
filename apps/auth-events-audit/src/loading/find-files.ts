import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";

/**
 * Returns the files that paths and patterns name, sorted within each pattern, each once; `-` is the standard input.
 * Throws where a pattern finds nothing: a typing error is not an empty month.
 */
export async function findFiles(patterns: readonly string[]): Promise<readonly string[]> {
  const files = new Set<string>();
  for (const pattern of patterns) {
    if (pattern === "-") files.add(pattern);
    else for (const file of await findMatches(pattern)) files.add(resolve(file));
  }
  return [...files];
}

async function findMatches(pattern: string): Promise<readonly string[]> {
  // A file may be called what looks like a pattern.
  if (existsSync(pattern) || !isDynamicPattern(pattern)) return [pattern];
  const found = await glob(pattern, { absolute: true, expandDirectories: false, dot: true });
  if (found.length === 0) throw new Error(`no file matches ${pattern}`);
  return found.sort();
}
