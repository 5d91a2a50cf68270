import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { kindsText } from "@shapelog/testing/kinds-text";
import { onTestFinished } from "vitest";
import { type Github, TOKEN } from "./github.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const COMMAND = join(ROOT, "packages/cli/bin/shapelog.js");
const ACTION = join(ROOT, "packages/action/src/main.mjs");
export const MODEL = "models/events/model.smithy";

/** What GitHub shows of a run, and what it takes from it. */
export interface Ran {
  readonly exit: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface RunOptions {
  /** The inputs of the step; the others are as `action.yml` has them. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** What the event says besides, or instead. */
  readonly event?: Readonly<Record<string, unknown>>;
}

/** A checked out pull request: a git repository whose HEAD is a branch that was made from `main`. */
export interface PullRequest {
  readonly folder: string;
  write(path: string, text: string): void;
  git(...args: readonly string[]): string;
  /** Edits the model, records that, and commits. */
  change(model: string): void;
  commit(): void;
  /** Runs the action as GitHub does. */
  run(github: Github, options?: RunOptions): Promise<Ran>;
}

let template: string | undefined;

/** Creates one in a folder that is removed when the test is over. The first is made, and the others are copies. */
export function createPullRequest(): PullRequest {
  const folder = mkdtempSync(join(tmpdir(), "shapelog-action-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const repository = openPullRequest(folder);
  if (template === undefined) template = fillTemplate();
  cpSync(template, folder, { recursive: true, verbatimSymlinks: true });
  return repository;
}

/** Removes what copies are made of. */
export function removeTemplate(): void {
  if (template !== undefined) rmSync(template, { recursive: true, force: true });
  template = undefined;
}

function fillTemplate(): string {
  const folder = mkdtempSync(join(tmpdir(), "shapelog-action-"));
  const { write, git, change } = openPullRequest(folder);
  git("init", "--quiet", "--initial-branch=main");
  write("package.json", '{ "private": true }\n');
  write(".gitignore", "node_modules/\n");
  const services = { events: { model: MODEL, ledger: "models/events/ledger" } };
  write("shapelog.config.json", `${JSON.stringify({ services })}\n`);
  mkdirSync(join(folder, "node_modules/@shapelog"), { recursive: true });
  symlinkSync(join(ROOT, "packages/cli"), join(folder, "node_modules/@shapelog/cli"), "junction");
  change(kindsText(["IN", "OUT"]));
  git("update-ref", "refs/remotes/origin/main", "HEAD");
  git("checkout", "--quiet", "-b", "feature");
  return folder;
}

function openPullRequest(folder: string): PullRequest {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const git = (...args: readonly string[]) => {
    const person = { GIT_AUTHOR_NAME: "A", GIT_AUTHOR_EMAIL: "a@example.com" };
    const committer = { GIT_COMMITTER_NAME: "A", GIT_COMMITTER_EMAIL: "a@example.com" };
    const config = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
    const env = { ...process.env, ...person, ...committer, ...config };
    return execFileSync("git", args, { cwd: folder, env, encoding: "utf8", stdio: "pipe" });
  };
  const commit = () => {
    git("add", "--all");
    git("commit", "--quiet", "--message", "Change");
  };
  return {
    folder,
    write,
    git,
    commit,
    change(model) {
      write(MODEL, model);
      const args = [COMMAND, "record", "--date", "2022-01-01", "--note", "A change."];
      execFileSync(process.execPath, args, { cwd: folder, stdio: "pipe" });
      commit();
    },
    run: (github, options = {}) => runAction(folder, github, options),
  };
}

async function runAction(folder: string, github: Github, options: RunOptions): Promise<Ran> {
  const runner = mkdtempSync(join(tmpdir(), "shapelog-runner-"));
  try {
    const files = {
      event: join(runner, "event.json"),
      output: join(runner, "output"),
      summary: join(runner, "summary"),
    };
    const pull = {
      number: 7,
      title: "A change",
      body: "Of events.",
      head: { repo: { full_name: "acme/events" } },
    };
    writeFileSync(files.event, JSON.stringify(options.event ?? { pull_request: pull }));
    for (const path of [files.output, files.summary]) writeFileSync(path, "");
    const inputs = {
      token: TOKEN,
      "working-directory": ".",
      "fail-on": "error",
      comment: "true",
      ...options.inputs,
    };
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      RUNNER_TEMP: runner,
      GITHUB_ACTIONS: "true",
      GITHUB_WORKSPACE: folder,
      GITHUB_REPOSITORY: "acme/events",
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_EVENT_PATH: files.event,
      GITHUB_BASE_REF: "main",
      GITHUB_REF: "refs/pull/7/merge",
      GITHUB_SERVER_URL: "https://github.test",
      GITHUB_RUN_ID: "99",
      GITHUB_API_URL: github.url,
      GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
      ...options.env,
    };
    const child = spawn(process.execPath, [ACTION], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    let log = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (log += String(chunk)));
    const [exit] = await once(child, "close");
    return {
      exit,
      log,
      outputs: readOutputs(readFileSync(files.output, "utf8")),
      summary: readFileSync(files.summary, "utf8"),
    };
  } finally {
    rmSync(runner, { recursive: true, force: true });
  }
}

/** Reads what GitHub reads of the file: a name, a mark, the value, and the mark again. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const found = text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm);
  return Object.fromEntries([...found].map(([, name, , value]) => [name, value]));
}
