import type { Diagnostic } from "@shapelog/diagnostics";
import { cliDiagnostics } from "../diagnostics.js";
import { readQuietly } from "../files/read-quietly.js";
import { explainGitError } from "../git/explain-error.js";
import { findNamedCommit } from "../git/find-commit.js";
import type { Repository } from "../git/repository.js";
import { runGit } from "../git/start-git.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import type { Terminal } from "../terminal.js";

/** The commit that the working tree is compared with. */
export interface ReviewBase {
  /** Its id. */
  readonly commit: string;
  /** What it is known by, such as `origin/main`. */
  readonly name: string;
}

type Environment = NonNullable<Terminal["environment"]>;

/** A commit that changes may be meant for. */
interface Target {
  readonly name: string;
  /** Names of the commit, of which the first counts that the clone has. */
  readonly refs: readonly string[];
  /** Whether HEAD is a merge with it, so that it is what to compare with, and not where the two parted. */
  readonly isMerged?: boolean;
}

/**
 * Returns where what is checked out parted from the branch that it is meant for. That is `base`, else what GitHub Actions
 * or GitLab say, else the remote's main branch. A merge that a build service made is compared with what it was merged to.
 */
export async function findBase(
  repository: Repository,
  { base, environment = {} }: { readonly base?: string | undefined; readonly environment?: Environment },
): Promise<Outcome<ReviewBase>> {
  try {
    const inside = await runGit(repository, ["rev-parse", "--is-inside-work-tree"]);
    if (inside.trim() !== "true") return failed(cliDiagnostics.create("no-work-tree", undefined, {}));
    const head = await findNamedCommit(repository, "HEAD");
    if (head === undefined) return failed(cliDiagnostics.create("no-commit", undefined, {}));
    const target = await findTarget(repository, base, environment);
    if (!target) return failed(cliDiagnostics.create("no-base", undefined, {}));
    const { name, isMerged } = target;
    const commit = await findFirst(repository, target.refs);
    if (commit === undefined) return failed(lacks(target, environment));
    if (isMerged) return succeeded({ commit, name });
    const parted = await findMergeBase(repository, commit, head);
    return parted === undefined
      ? failed(await unrelated(repository, name, environment))
      : succeeded({ commit: parted, name });
  } catch (error) {
    return failed(explainGitError(error, base ?? "HEAD"));
  }
}

async function findTarget(
  repository: Repository,
  base: string | undefined,
  environment: Environment,
): Promise<Target | undefined> {
  if (base !== undefined) return { name: base, refs: [base] };
  return (
    (await findGithubTarget(repository, environment)) ??
    findGitlabTarget(environment) ??
    findRemoteTarget(repository)
  );
}

/** A pull request is checked out as its merge, whose first parent is the branch, unless the workflow says otherwise. */
async function findGithubTarget(
  repository: Repository,
  environment: Environment,
): Promise<Target | undefined> {
  const { GITHUB_BASE_REF: branch, GITHUB_REF: ref = "", GITHUB_SHA: sha } = environment;
  const event = readEvent(environment.GITHUB_EVENT_PATH);
  const group = event.merge_group?.base_sha;
  if (typeof group === "string") return { name: "the branch of the merge queue", refs: [group] };
  if (!branch) return undefined;
  const name = `origin/${branch}`;
  const head = event.pull_request?.head?.sha;
  const merged = await findNamedCommit(repository, "HEAD^2");
  const isMerge = merged !== undefined && merged === head;
  const isCutMerge =
    merged === undefined &&
    /^refs\/pull\/\d+\/merge$/.test(ref) &&
    sha !== undefined &&
    sha === (await findNamedCommit(repository, "HEAD")) &&
    sha !== head;
  if (isMerge || isCutMerge) return { name, refs: ["HEAD^1"], isMerged: true };
  const known = event.pull_request?.base?.sha;
  return { name, refs: [`refs/remotes/${name}`, ...(typeof known === "string" ? [known] : [])] };
}

interface GithubEvent {
  readonly merge_group?: { readonly base_sha?: unknown };
  readonly pull_request?: {
    readonly base?: { readonly sha?: unknown };
    readonly head?: { readonly sha?: unknown };
  };
}

/** GitHub writes the file; where it is not there, or no JSON, its variables alone count. */
function readEvent(path: string | undefined): GithubEvent {
  try {
    const event: unknown = JSON.parse((path && readQuietly(path)) || "{}");
    return typeof event === "object" && event !== null ? event : {};
  } catch {
    return {};
  }
}

/** The target's commit is told where the pipeline is of a merge with it, and is empty elsewhere. */
function findGitlabTarget(environment: Environment): Target | undefined {
  const name = `the merge request's target, ${environment.CI_MERGE_REQUEST_TARGET_BRANCH_NAME ?? "a branch"}`;
  const target = environment.CI_MERGE_REQUEST_TARGET_BRANCH_SHA;
  if (target) return { name, refs: [target] };
  const parted = environment.CI_MERGE_REQUEST_DIFF_BASE_SHA;
  return parted ? { name, refs: [parted] } : undefined;
}

async function findRemoteTarget(repository: Repository): Promise<Target | undefined> {
  for (const name of ["origin/HEAD", "origin/main", "origin/master"]) {
    const ref = `refs/remotes/${name}`;
    if ((await findNamedCommit(repository, ref)) !== undefined) return { name, refs: [ref] };
  }
  return undefined;
}

async function findFirst(repository: Repository, refs: readonly string[]): Promise<string | undefined> {
  for (const ref of refs) {
    const commit = await findNamedCommit(repository, ref);
    if (commit !== undefined) return commit;
  }
  return undefined;
}

async function findMergeBase(
  repository: Repository,
  one: string,
  other: string,
): Promise<string | undefined> {
  try {
    return (await runGit(repository, ["merge-base", one, other])).trim();
  } catch (error) {
    // It ends with 1, and says nothing, where there is none.
    if (error instanceof Error && "stderr" in error && error.stderr === "") return undefined;
    throw error;
  }
}

function lacks({ name, isMerged }: Target, environment: Environment): Diagnostic {
  return cliDiagnostics.create("missing-base", undefined, {
    base: name,
    fetch: howToFetch(environment, isMerged),
  });
}

async function unrelated(
  repository: Repository,
  base: string,
  environment: Environment,
): Promise<Diagnostic> {
  const isShallow = (await runGit(repository, ["rev-parse", "--is-shallow-repository"])).trim() === "true";
  const data = { base, isShallow, fetch: howToFetch(environment) };
  return cliDiagnostics.create("no-merge-base", undefined, data);
}

function howToFetch(environment: Environment, isMerged = false): string {
  if (environment.GITHUB_ACTIONS) return `fetch-depth: ${isMerged ? 2 : 0} at actions/checkout`;
  if (environment.GITLAB_CI) return "GIT_DEPTH: 0 among the job's variables";
  return "git fetch --unshallow, or git fetch origin BRANCH";
}
