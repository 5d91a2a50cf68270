/** A file or folder of a commit. */
export interface GitAddress {
  /** The repository's folder, as it was given. Absent for the one of the current folder. */
  readonly folder?: string;
  readonly ref: string;
  /** As it was given: from the repository's top, or with `./` or `../` from the folder. */
  readonly path: string;
}

/** What is expected of an input of git. */
export const GIT_FORM = "git:<ref>:<path>, or git:<folder>#<ref>:<path> of a repository elsewhere";

/**
 * A folder begins with `/`, `./` or `../`, or a drive of Windows: no ref does (git-check-ref-format(1)).
 */
const ELSEWHERE = /^git:(\.{1,2}|(?:\.{0,2}\/|\.{1,2}\\|[A-Za-z]:[\\/]).*?)#([^:#]*):(.*)$/s;
const HERE = /^git:([^:]*):(.*)$/s;

/** Returns what an input of git names, or `undefined` for one of another form. */
export function parseGitInput(input: string): GitAddress | undefined {
  const [, folder, ref = "", path = ""] = ELSEWHERE.exec(input) ?? [];
  if (folder !== undefined) return isNamed(ref, path) ? { folder, ref, path } : undefined;
  const [, own = "", below = ""] = HERE.exec(input) ?? [];
  return isNamed(own, below) ? { ref: own, path: below } : undefined;
}

/** A ref that begins with a dash would be an option. */
function isNamed(ref: string, path: string): boolean {
  return ref !== "" && path !== "" && !ref.startsWith("-");
}
