import { lstatSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { Diagnostic } from "@shapelog/diagnostics";
import type { Config } from "./config-file.js";
import { cliDiagnostics } from "./diagnostics.js";
import { displayPath } from "./files/display-path.js";
import { findRealPath, hasGitFolder } from "./files/inside-folder.js";

/** A folder that a command is about to make its own. */
export interface OutputPlace {
  /** The absolute path. */
  readonly folder: string;
  /** Whose package it is for; none for a site. */
  readonly service?: string;
  /** Whether a person named it on the command line. A configuration, which may be a stranger's, names folders inside its own. */
  readonly isNamed: boolean;
}

/**
 * Returns what forbids a command to write to a folder: that it is outside the configuration's, or holds what is nobody's
 * output, such as the model, or is another output's, which would take the two for one.
 */
export function refuseFolder(cwd: string, config: Config, place: OutputPlace): Diagnostic | undefined {
  const folder = findRealPath(place.folder);
  const refuse = (reason: string) =>
    cliDiagnostics.create(
      "bad-folder",
      { file: config.file },
      { path: displayPath(cwd, place.folder), reason },
    );
  const root = findRealPath(config.root);
  if (holds(folder, root)) return refuse(`it holds ${config.file}`);
  if (!place.isNamed && !holds(root, folder))
    return refuse(`it is outside ${displayPath(cwd, config.root)}, the folder of ${config.file}`);
  // A site may be the checkout of a branch of its own.
  if (place.service !== undefined && lstatSync(join(folder, ".git"), { throwIfNoEntry: false }))
    return refuse("it is a git repository");
  if (hasGitFolder(folder)) return refuse("it is inside a .git folder");
  const inside = (path: string) => findRealPath(resolve(config.root, path));
  for (const [name, { model, ledger, package: its }] of config.services) {
    if (holds(folder, inside(model))) return refuse(`it holds the model of ${name}`);
    if (overlap(folder, inside(ledger))) return refuse(`it and the ledger of ${name} lie in one another`);
    if (its && name !== place.service && overlap(folder, inside(its.folder)))
      return refuse(`it and the package of ${name} lie in one another`);
  }
  if (overlap(folder, inside(config.changesets)))
    return refuse("it and the folder of changesets lie in one another");
  const site = inside(config.site.folder ?? "site");
  if (place.service !== undefined && overlap(folder, site))
    return refuse("it and the folder of the site lie in one another");
  return undefined;
}

/** Returns whether one of two folders, whose links have been followed, is the other or in it. */
export function overlap(a: string, b: string): boolean {
  return holds(a, b) || holds(b, a);
}

/** Returns whether a folder is the same as a path or above it. Many disks take names in small and large letters for one. */
function holds(folder: string, path: string): boolean {
  const below = relative(folder.toLowerCase(), path.toLowerCase());
  return below !== ".." && !below.startsWith(`..${sep}`) && resolve(folder, below) !== below;
}
