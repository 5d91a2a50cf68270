import { isAbsolute, relative, resolve } from "node:path";

/** Returns a path as shown to people: from `cwd` where it is below it, else absolute; with `/`. */
export function displayPath(cwd: string, path: string): string {
  const full = resolve(cwd, path);
  const below = relative(cwd, full);
  const shown = below.startsWith("..") || isAbsolute(below) ? full : below;
  return (shown === "" ? "." : shown).replaceAll("\\", "/");
}
