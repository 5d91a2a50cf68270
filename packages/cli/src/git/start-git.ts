import { type ChildProcessWithoutNullStreams, execFile, spawn } from "node:child_process";
import { gitEnvironment } from "./environment.js";
import { GIT_ERROR } from "./explain-error.js";
import { findProgram } from "./find-program.js";
import type { Repository } from "./repository.js";
import { OVERRIDES } from "./settings.js";

const MAX_BYTES = 1024 * 1024 * 1024;

/** What a git is started with: the only place that says so. */
function prepareGit({ folder, bare }: Repository, args: readonly string[]) {
  const env = gitEnvironment();
  const [, path = ""] = Object.entries(env).find(([name]) => name.toUpperCase() === "PATH") ?? [];
  const program = findProgram("git", { path });
  if (program === undefined) {
    throw Object.assign(new Error("there is no git program in the folders of PATH"), { code: GIT_ERROR });
  }
  const settings = [...OVERRIDES, { name: "safe.bareRepository", value: bare }];
  const overrides = settings.flatMap(({ name, value }) => ["-c", `${name}=${value}`]);
  return {
    program,
    args: ["--no-pager", ...overrides, ...args],
    options: { cwd: folder, env, windowsHide: true },
  };
}

/**
 * Starts git in a repository, so that none of its settings has it run a program or ask another repository. `args` are
 * git's, such as `["cat-file", "--batch"]`; a `-c` among them outranks what keeps git from doing so.
 */
export function startGit(repository: Repository, args: readonly string[]): ChildProcessWithoutNullStreams {
  const git = prepareGit(repository, args);
  return spawn(git.program, git.args, { ...git.options, stdio: "pipe" });
}

/** Runs git as `startGit` does, and returns what it prints. Rejects with git's own words. */
export async function runGit(repository: Repository, args: readonly string[], input = ""): Promise<string> {
  return (await runGitBytes(repository, args, input)).toString("utf8");
}

/** As {@link runGit}, but returns the bytes. */
export async function runGitBytes(
  repository: Repository,
  args: readonly string[],
  input = "",
): Promise<Buffer> {
  const git = prepareGit(repository, args);
  const options = { ...git.options, encoding: "buffer", maxBuffer: MAX_BYTES } as const;
  return new Promise((resolve, reject) => {
    const child = execFile(git.program, git.args, options, (error, stdout, stderr) => {
      if (error) reject(Object.assign(error, { stderr: stderr.toString("utf8") }));
      else resolve(stdout);
    });
    child.stdin?.on("error", () => undefined); // the callback says why
    child.stdin?.end(input);
  });
}
