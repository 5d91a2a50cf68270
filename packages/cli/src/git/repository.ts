import { lstatSync, realpathSync, statSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, type Outcome, succeeded } from "../outcome.js";

/** A folder to start git in. */
export interface Repository {
  readonly folder: string;
  /** What git is told by `safe.bareRepository`: whether a folder may be a repository by its looks alone. */
  readonly bare: "all" | "explicit";
}

/**
 * Returns the repository that git finds from a folder. A bare one may come along with a clone, as an ordinary folder
 * with a configuration of its own; so one that lies in another's work tree is refused. Whether there is a repository at
 * all, and whether its owner is trusted, is left to git.
 */
export function openRepository(folder: string, shown: string): Outcome<Repository> {
  const bare = findBare(realFolder(folder));
  // What is inside a folder `.git` is git's own: it puts no file of a commit there.
  if (bare === undefined) return succeeded({ folder, bare: "explicit" });
  if (bare.split(sep).includes(".git")) return succeeded({ folder, bare: "all" });
  const outer = listParents(bare).find(hasWorkTree);
  return outer === undefined
    ? succeeded({ folder, bare: "all" })
    : failed(cliDiagnostics.create("nested-repository", undefined, { path: shown, outer }));
}

function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder; // git says what is wrong with it
  }
}

/** Returns the folder that git takes for a repository by its looks, going up as it does. */
function findBare(folder: string): string | undefined {
  for (const place of [folder, ...listParents(folder)]) {
    if (hasWorkTree(place)) return undefined;
    if (looksBare(place)) return place;
  }
  return undefined;
}

/** Returns whether a folder is the top of a work tree. A folder `.git` that is no repository is none to git either. */
function hasWorkTree(folder: string): boolean {
  const git = join(folder, ".git");
  return looksBare(git) || isFile(git);
}

function looksBare(folder: string): boolean {
  const has = (name: string) => findEntry(join(folder, name)) !== undefined;
  return has("HEAD") && ((has("objects") && has("refs")) || has("commondir"));
}

/** Links to files are followed; `HEAD` itself may be a link to a ref that is no file. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function findEntry(path: string) {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

function listParents(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [] : [parent, ...listParents(parent)];
}
