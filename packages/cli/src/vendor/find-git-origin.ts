import { posix } from "node:path";
import { findModelFile, findNote, findRelease, type PlacedNote, parseNotes } from "@shapelog/history";
import { readJson } from "@shapelog/json";
import { isGitError } from "../git/explain-error.js";
import type { Repository } from "../git/repository.js";
import { runGit, runGitBytes } from "../git/start-git.js";
import { BOTOCORE_FILE, findBeside } from "../inputs/list-model-files.js";
import { findChangelogNote } from "./find-changelog-note.js";
import type { VendorOrigin } from "./vendor-model.js";

/** A file or folder of a commit, by its path from the repository's top. */
export interface GitPlace {
  readonly repository: Repository;
  readonly ref: string;
  readonly path: string;
  /** The names that the service goes by in release notes. */
  readonly services: readonly string[];
}

/**
 * Returns where a model of a repository came from: the commit that last changed it, its day, the first release whose notes
 * came with that commit or after it, and what these notes say of the service. Of a history that begins with that commit,
 * as a shallow clone's may, nothing is known but the release that the ref is tagged with.
 */
export async function findGitOrigin(place: GitPlace): Promise<VendorOrigin> {
  const { repository, ref } = place;
  const changed = await findLastChange(place);
  const file = findModelFile(await modelPath(place));
  const named = file && file.source !== "git" ? { name: file.source } : {};
  const services = [...(file ? [file.service] : []), ...place.services];
  if (changed) {
    const release = await findFirstRelease(repository, changed.commit, ref);
    const note = await findReleaseNote(repository, { ...changed, release, services });
    const about = { ...named, commit: changed.commit, date: changed.date };
    if (release) return { ...about, version: release.version, ...(note ? { note } : {}) };
    if (note) return { ...about, note };
    return { ...about, ...(await findTagged(place)) };
  }
  return { ...named, ...(await findTagged(place)) };
}

/** Returns the file of a folder's model where it is one of botocore; else the path itself. */
async function modelPath({ repository, ref, path }: GitPlace): Promise<string> {
  const below = posix.join(path, BOTOCORE_FILE);
  return (await hasFile(repository, ref, below)) ? below : path;
}

interface Change {
  readonly commit: string;
  /** `YYYY-MM-DD`, in UTC. */
  readonly date: string;
}

async function findLastChange(place: GitPlace): Promise<Change | undefined> {
  const { repository, ref } = place;
  const path = await modelPath(place);
  const folder = posix.dirname(path);
  const isBotocore = posix.basename(path) === BOTOCORE_FILE;
  const beside = isBotocore ? findBeside(BESIDE).map(([, name]) => posix.join(folder, name)) : [];
  const format = ["--no-commit-header", "--format=%H %ct %P"];
  const paths = [path, ...beside].filter((each) => each !== "").map((each) => `:(top,literal)${each}`);
  const out = await runGit(repository, [
    "rev-list",
    "-1",
    ...format,
    "--end-of-options",
    ref,
    "--",
    ...paths,
  ]);
  const [commit = "", seconds = "", parent] = out.trim().split(" ");
  if (commit === "") return undefined;
  const isShallow = (await runGit(repository, ["rev-parse", "--is-shallow-repository"])).trim() === "true";
  if (isShallow && parent === undefined) return undefined;
  return { commit, date: new Date(Number(seconds) * 1000).toISOString().slice(0, 10) };
}

/** What may stand beside a model and says something of the service, as `findBeside` knows it. */
const BESIDE = ["paginators-1.json", "paginators-1.sdk-extras.json", "waiters-2.json", "examples-1.json"];

/** A release, the file of its notes, and the commit that has it. */
interface Release {
  readonly version: string;
  readonly path: string;
  readonly at: string;
}

/** Returns the first release whose notes came with a commit or a later one, of those that lead to a ref or are checked out. */
async function findFirstRelease(
  repository: Repository,
  commit: string,
  ref: string,
): Promise<Release | undefined> {
  const own = await listAdded(repository, [commit]);
  if (own.length > 0) return own[0];
  for (const tip of [ref, "HEAD"]) {
    const walk = ["--ancestry-path", "--reverse", "--topo-order", "--end-of-options", tip, `^${commit}`];
    const later = await runGit(repository, ["rev-list", ...walk, "--", ":(top).changes"]).catch(ignoreGit);
    const commits = (later ?? "").split("\n").filter((line) => line !== "");
    const found = await listAdded(repository, commits);
    if (found.length > 0) return found[0];
  }
  return undefined;
}

/** Returns the releases whose notes commits added, in their order. Files that came together are a record made later. */
async function listAdded(repository: Repository, commits: readonly string[]): Promise<readonly Release[]> {
  if (commits.length === 0) return [];
  const options = ["-r", "--root", "--diff-filter=A", "--name-only", "--no-renames"];
  const safe = ["--no-ext-diff", "--no-textconv", "--format=tformat:%x01%H"];
  const args = ["diff-tree", "--stdin", "-z", ...options, ...safe, "--end-of-options", "--", ".changes"];
  const text = await runGit(repository, args, commits.map((each) => `${each}\n`).join(""));
  return text.split("\u0001").flatMap((part) => {
    const [at = "", ...paths] = part.split(/[\0\n]+/).filter((each) => each !== "");
    const releases = paths.flatMap((path): Release[] => {
      const version = findRelease(path);
      return version === undefined || version === "next" ? [] : [{ version, path, at }];
    });
    return releases.length <= MOST_RELEASES ? releases : [];
  });
}

const MOST_RELEASES = 3;

interface NoteSearch {
  readonly commit: string;
  readonly release: Release | undefined;
  readonly services: readonly string[];
}

async function findReleaseNote(
  repository: Repository,
  { commit, release, services }: NoteSearch,
): Promise<VendorOrigin["note"]> {
  const released = release ? await readNotes(repository, release.at, release.path) : [];
  const found = findNote(released, services);
  if (found) return found;
  const paths = await runGit(repository, [
    ...[
      "diff-tree",
      "-r",
      "-z",
      "--root",
      "--no-commit-id",
      "--name-only",
      "--diff-filter=AM",
      "--no-renames",
    ],
    ...["--no-ext-diff", "--no-textconv", "--end-of-options", commit, "--", ".changes/next-release"],
  ]);
  const waiting: PlacedNote[] = [];
  for (const path of paths.split("\0").filter((each) => findRelease(each) === "next"))
    for (const note of await readNotes(repository, commit, path)) waiting.push(note);
  return findNote(waiting, services);
}

async function readNotes(
  repository: Repository,
  commit: string,
  path: string,
): Promise<readonly PlacedNote[]> {
  const text = await readFile(repository, commit, path);
  const notes = text === undefined ? [] : parseNotes(readJson({ file: path, text }).value);
  return notes.map((note) => ({ ...note, file: path }));
}

/** Returns the version that a ref is tagged with, and what the repository's changelog says of it. */
async function findTagged({ repository, ref }: GitPlace): Promise<VendorOrigin> {
  const list = ["for-each-ref", `--points-at=${ref}`, "--format=%(refname:strip=2)", "refs/tags"];
  const tags = (await runGit(repository, list).catch(ignoreGit)) ?? "";
  const [tag] = tags.split("\n").filter((each) => VERSION.test(each));
  if (tag === undefined) return {};
  const version = tag.replace(/^.*?v?(?=\d)/, "");
  const text = await readFile(repository, ref, CHANGELOG);
  const note = text === undefined ? undefined : findChangelogNote({ file: CHANGELOG, text }, version);
  return { version, ...(note ? { note } : {}) };
}

const CHANGELOG = "CHANGELOG.md";
/** A version, also behind a name as in `client@1.2.3`. */
const VERSION = /^(?:[\w./@-]*[@/-])?v?\d+(?:\.\d+)+(?:-[\w.]+)?$/;

async function hasFile(repository: Repository, ref: string, path: string): Promise<boolean> {
  const type = await runGit(repository, ["cat-file", "-t", "--end-of-options", `${ref}:${path}`]).catch(
    ignoreGit,
  );
  return type?.trim() === "blob";
}

async function readFile(repository: Repository, ref: string, path: string): Promise<string | undefined> {
  const args = ["cat-file", "blob", "--end-of-options", `${ref}:${path}`];
  const bytes = await runGitBytes(repository, args).catch(ignoreGit);
  return bytes?.toString("utf8");
}

/** What a commit does not have is not there; an error of ours is one. */
function ignoreGit(error: unknown): undefined {
  if (isGitError(error)) return undefined;
  throw error;
}
