import { isGitError } from "./explain-error.js";
import { openRepository, type Repository } from "./repository.js";
import { runGit } from "./start-git.js";

/** What a branch has in a folder that others are to go on from. */
export interface GitBase {
  /** What it is called, such as `origin/main`. */
  readonly name: string;
  /** The names of what is in the folder there. */
  readonly files: ReadonlySet<string>;
}

interface Ref {
  readonly name: string;
  readonly ref: string;
}

/**
 * Returns what a folder holds on the branches that others are merged to or rebased on, the one that counts most first:
 * the remote's main branch, the local one, what is being merged or was merged last, what is rebased on, and what is
 * committed. Empty without git or a repository.
 */
export async function findGitBases(folder: string): Promise<readonly GitBase[]> {
  const repository = openRepository(folder, folder);
  if (!repository.ok) return [];
  try {
    const bases: GitBase[] = [];
    for (const { name, ref } of await listRefs(repository.value)) {
      const listed = await ask(repository.value, ["ls-tree", "--name-only", "-z", ref]);
      if (listed !== undefined) bases.push({ name, files: new Set(listed.split("\0")) });
    }
    return bases;
  } catch (error) {
    if (isGitError(error)) return [];
    throw error;
  }
}

async function listRefs(repository: Repository): Promise<readonly Ref[]> {
  const current = await readName(repository, "HEAD", "refs/heads/");
  const remote = await readName(repository, "refs/remotes/origin/HEAD", "refs/remotes/origin/");
  const mains = remote === undefined ? ["main", "master"] : [remote];
  const isMain = current !== undefined && mains.includes(current);
  const locals = isMain ? [] : mains.map((name) => ({ name, ref: `refs/heads/${name}` }));
  const isMerging = (await ask(repository, ["rev-parse", "--verify", "--quiet", "MERGE_HEAD"])) !== undefined;
  const merged = isMerging ? "MERGE_HEAD" : "HEAD^2";
  const before = isMerging ? "HEAD" : "HEAD^1";
  const other = { name: "what is merged", ref: merged };
  const own = { name: current ?? "HEAD", ref: before };
  return [
    ...mains.map((name) => ({ name: `origin/${name}`, ref: `refs/remotes/origin/${name}` })),
    ...locals,
    // Off the main branch, what comes from elsewhere was there first; without a merge, that is no commit.
    ...(isMain ? [own] : [other]),
    { name: "HEAD", ref: "HEAD" },
  ];
}

/** Returns what a symbolic ref stands for, without the prefix; nothing where it is none. */
async function readName(repository: Repository, ref: string, prefix: string): Promise<string | undefined> {
  const name = await ask(repository, ["symbolic-ref", "--quiet", ref]);
  return name?.startsWith(prefix) ? name.trim().slice(prefix.length) : undefined;
}

/** Returns what git prints; nothing where it fails, as it does for refs that are not there. */
async function ask(repository: Repository, args: readonly string[]): Promise<string | undefined> {
  try {
    return await runGit(repository, args);
  } catch (error) {
    if (isGitError(error)) return undefined;
    throw error;
  }
}
