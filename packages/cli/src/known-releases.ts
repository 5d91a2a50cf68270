import { resolve } from "node:path";
import {
  addReleases,
  findKnownReleases,
  type KnownRelease,
  printKnownReleases,
  readKnownReleases,
} from "@shapelog/changelog";
import type { EmittedFile } from "@shapelog/emit";
import { digestText, readRecord } from "./files/file-record.js";
import { readQuietly } from "./files/read-quietly.js";
import type { LoadedService } from "./load-service.js";

/** The file in a package that lists what was released, so that an edit of its changelog is found. */
export const RELEASES_FILE = ".shapelog-releases";

/** Returns the releases that an earlier build saw; `undefined` where it saw none, or somebody edited its list since. */
export function readReleased(folder: string): readonly KnownRelease[] | undefined {
  const text = readQuietly(resolve(folder, RELEASES_FILE));
  if (text === undefined || !readRecord(folder)?.get(RELEASES_FILE)?.has(digestText(text))) return undefined;
  return readKnownReleases(text);
}

/**
 * Returns the list of a package's releases as a build makes it: those known before, and those that the changelog has above
 * them. Nothing where there are none.
 */
export function createReleasesFile(
  { name, changelog }: LoadedService,
  folder: string,
): EmittedFile | undefined {
  const releases = addReleases(readReleased(folder) ?? [], findKnownReleases(changelog, name));
  return releases.length === 0 ? undefined : { path: RELEASES_FILE, text: printKnownReleases(releases) };
}

/**
 * Returns the list as it has to be there: as an earlier build left it, or as the next would make it where it was edited or
 * is gone. What was released since the last build is not missed. Nothing where no build has made one.
 */
export function findReleasesFile(service: LoadedService, folder: string): EmittedFile | undefined {
  const known = readReleased(folder);
  if (known) return { path: RELEASES_FILE, text: printKnownReleases(known) };
  const isThere = readQuietly(resolve(folder, RELEASES_FILE)) !== undefined;
  const isRecorded = readRecord(folder)?.has(RELEASES_FILE) ?? false;
  return isThere || isRecorded ? createReleasesFile(service, folder) : undefined;
}
