import { lstatSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import type { SiteFile } from "@shapelog/site";
import { cliDiagnostics } from "../diagnostics.js";
import { hasGitFolder, isRealInside } from "../files/inside-folder.js";
import { failed, type Outcome, succeeded } from "../outcome.js";

/** An image of a guide as a file of the site. */
export interface GuideImage extends SiteFile {
  readonly bytes: Uint8Array;
}

const KINDS = new Set([".png", ".jpg", ".jpeg", ".svg", ".webp"]);
const LARGEST = 5_000_000;
/** What a picture needs none of, and runs where the file is opened by itself. */
const ACTIVE = /<script|<foreignObject|\son[a-z]+\s*=|javascript:|<!ENTITY/i;

/** Returns whether a file is an image that guides can show, by its name. */
export function isImage(file: string): boolean {
  return KINDS.has(extname(file).toLowerCase());
}

/**
 * Reads an image in the configuration's folder as a file of the site. Links that lead out of the folder are not followed,
 * and a picture in SVG that runs something is refused.
 */
export function readGuideImage(root: string, file: string): Outcome<GuideImage> {
  const refuse = (reason: string) =>
    failed(cliDiagnostics.create("guide-image", { file }, { path: file, reason }));
  const path = join(root, file);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return refuse("there is no such file");
  if (!found.isFile() || hasGitFolder(file) || !isRealInside(root, dirname(path)))
    return refuse("it is no regular file of the repository");
  if (found.size > LARGEST) return refuse(`it has ${found.size} bytes, and ${LARGEST} are the most`);
  const bytes = readFileSync(path);
  const text = bytes.toString("utf8");
  if (extname(file).toLowerCase() === ".svg" && ACTIVE.test(text))
    return refuse("it has a script, an event handler or foreign content in it");
  return succeeded({ path: `guides/images/${safePath(file)}`, text, bytes });
}

/** Returns a path whose parts are names on any file system and in any address. */
function safePath(file: string): string {
  return file
    .split("/")
    .map((part) =>
      part.replace(/[^A-Za-z0-9._-]/gu, (character) => `~${character.codePointAt(0)?.toString(16)}~`),
    )
    .join("/");
}
