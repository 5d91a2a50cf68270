import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** Returns whether a path that is relative to a folder is one of a file inside, and not one of git's own. */
export function isInside(folder: string, path: string): boolean {
  if (path === "" || isAbsolute(path) || path.includes("\0")) return false;
  const inside = relative(folder, resolve(folder, path));
  return inside !== "" && !isAbsolute(inside) && !isUp(inside) && !hasGitFolder(inside);
}

/** Returns whether a folder is inside the other, links followed, and not git's own. */
export function isRealInside(root: string, folder: string): boolean {
  const inside = relative(realpathSync(root), realpathSync(folder));
  return !isAbsolute(inside) && !isUp(inside) && !hasGitFolder(inside);
}

function isUp(path: string): boolean {
  return path === ".." || path.startsWith(`..${sep}`);
}

/** What git runs and obeys is in `.git`, a name that some systems take in other letters or with dots after it, too. */
export function hasGitFolder(path: string): boolean {
  return path.split(sep).some((part) => /^(?:\.git|git~1)[. ]*(?::.*)?$/i.test(part));
}

/** Returns where a path really is; the part of it that is not there yet as it is written. */
export function findRealPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(findRealPath(parent), basename(path));
  }
}
