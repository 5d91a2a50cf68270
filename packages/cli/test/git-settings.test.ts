import { copyFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { VARIABLES } from "../src/git/environment.js";
import { openRepository } from "../src/git/repository.js";
import { OVERRIDES, UNREACHED } from "../src/git/settings.js";
import { runGit } from "../src/git/start-git.js";
import {
  createTrapped,
  setTrap,
  TRAPS,
  type Trap,
  type TrappedRepository,
  trapArguments,
} from "./git-traps.js";
import { modelPath } from "./history-repository.js";
import { createWorkspace, type Workspace } from "./workspace.js";

interface Trapped {
  readonly workspace: Workspace;
  readonly repo: TrappedRepository;
}

/** A workspace that is a repository whose settings would have git run a program. */
function createTraps(...traps: readonly Trap[]): Trapped {
  const workspace = createWorkspace();
  const repo = createTrapped(workspace.folder, createWorkspace().folder);
  const services = { alpha: { model: MODEL, ledger: "ledger" } };
  workspace.write("shapelog.config.json", JSON.stringify({ services }));
  for (const trap of traps) setTrap(repo, trap);
  return { workspace, repo };
}

const MODEL = modelPath("alpha");
/** Every way in which a command starts git. */
const COMMANDS: readonly (readonly string[])[] = [
  ["history", ".", "--out", "out", "--workers", "0"],
  ["history", ".git", "--out", "out", "--workers", "0"],
  ["ast", `git:HEAD:${MODEL}`],
  ["ast", "git:HEAD:notes/gone.json"],
  ["diff", `git:HEAD~2:${MODEL}`, `git:HEAD:${MODEL}`, "--fail-on", "never"],
  ["import", `git:HEAD:${MODEL}`, "--out", "imported.json"],
  ["validate", `git:HEAD:${MODEL}`],
  ["review", "--base", "HEAD~1", "--fail-on", "never"],
];

/** Returns the commands during which a program ran. */
async function findRuns({ workspace, repo }: Trapped): Promise<readonly string[]> {
  const runs: string[] = [];
  for (const command of COMMANDS) {
    await workspace.run(...command);
    if (repo.hasRun()) runs.push(command.join(" "));
  }
  return runs;
}

async function runLaunched({ workspace, repo }: Trapped, trap: Trap): Promise<void> {
  const opened = openRepository(workspace.folder, ".");
  if (!opened.ok) throw new Error("refused");
  await runGit(opened.value, trapArguments(trap, repo.gone), trap.input).catch(() => undefined);
}

describe("the setting", () => {
  it.each(TRAPS)("$setting has git run a program, but not when Shapelog starts it", async (trap) => {
    const trapped = createTraps(trap);
    expect(await findRuns(trapped)).toEqual([]);
    await runLaunched(trapped, trap);
    if (trap.kept === "outranked") expect(trapped.repo.hasRun()).toBe(false);
    const { repo } = createTraps(trap);
    repo.plainGit(trapArguments(trap, repo.gone), { input: trap.input });
    expect(repo.hasRun(), "the trap works").toBe(true);
  });

  it("is tried for each that the tables name, but for those that nothing here can follow", () => {
    const untried = [
      // No programs, or parts of the traps for protocols.
      ...["advice.graftFileDeprecated", "core.useReplaceRefs", "protocol.file.allow", "protocol.git.allow"],
      ...["protocol.http.allow", "protocol.https.allow", "protocol.ssh.allow"],
      // Git takes these from the caller's own configuration alone.
      ...["init.templateDir", "uploadpack.packObjectsHook"],
      // They take a terminal, a browser, a mail server, a conflict, a program git-remote-…, or a newer git.
      ...["browser.<tool>.cmd", "browser.<tool>.path", "guitool.<name>.cmd", "hook.<name>.command"],
      ...[
        "interactive.diffFilter",
        "imap.tunnel",
        "instaweb.browser",
        "instaweb.httpd",
        "man.<tool>.path",
        "merge.<driver>.driver",
      ],
      ...["difftool.<tool>.path", "mergetool.<tool>.cmd", "mergetool.<tool>.path", "pager.<cmd>"],
      ...["remote.<name>.receivepack", "remote.<name>.vcs", "sendemail.ccCmd", "sendemail.sendmailCmd"],
      ...["sendemail.smtpServer", "sendemail.toCmd", "submodule.<name>.update"],
    ];
    const named = [...OVERRIDES.map(({ name }) => name), ...UNREACHED.flatMap(({ names }) => names)];
    const tried = TRAPS.map(({ setting }) => setting);
    expect([...tried, ...untried].sort()).toEqual(named.sort());
  });

  it("is tried with commands that work where there is none", async () => {
    const { workspace } = createTraps();
    const exits = [];
    for (const command of COMMANDS) exits.push((await workspace.run(...command)).exit);
    expect(exits).toEqual([0, 0, 0, 2, 0, 0, 0, 0]);
  });

  it("runs nothing with all of them at once", async () => {
    expect(await findRuns(createTraps(...TRAPS))).toEqual([]);
  });
});

describe("the caller's variable", () => {
  afterEach(() => void vi.unstubAllEnvs());

  it.each([
    ["GIT_EXTERNAL_DIFF", ["diff", "x509~2", "x509", "--", "README.md"]],
    ["GIT_PAGER", ["grep", "--open-files-in-pager", "Kind"]],
    ["PAGER", ["grep", "--open-files-in-pager", "Kind"]],
    ["GIT_EDITOR", ["branch", "--edit-description"]],
    ["GIT_ASKPASS", ["credential", "fill"]],
    ["SSH_ASKPASS", ["credential", "fill"]],
    ["GIT_SSH", ["ls-remote", "ssh://example.com/x"]],
    ["GIT_SSH_COMMAND", ["ls-remote", "ssh://example.com/x"]],
    ["GIT_PROXY_COMMAND", ["ls-remote", "git://example.com/x"]],
  ])("%s does not name what git runs", async (name, git) => {
    const trapped = createTraps();
    const run = join(trapped.repo.beside, "run");
    const input = "url=https://example.com\n";
    vi.stubEnv(name, run);
    expect(await findRuns(trapped)).toEqual([]);
    await runLaunched(trapped, { setting: name, kept: "outranked", config: [], git, input });
    expect(trapped.repo.hasRun()).toBe(false);
    trapped.repo.plainGit(git, { input, env: { [name]: run } });
    expect(trapped.repo.hasRun(), "the trap works").toBe(true);
  });

  it("GIT_CONFIG_COUNT does not either, nor does git -c", async () => {
    const trapped = createTraps();
    const run = join(trapped.repo.beside, "run");
    vi.stubEnv("GIT_CONFIG_COUNT", "1");
    vi.stubEnv("GIT_CONFIG_KEY_0", "core.fsmonitor");
    vi.stubEnv("GIT_CONFIG_VALUE_0", run);
    vi.stubEnv("GIT_CONFIG_PARAMETERS", `'core.fsmonitor'='${run}'`);
    expect(await findRuns(trapped)).toEqual([]);
  });

  it.each([
    "GIT_DIR",
    "GIT_COMMON_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_WORK_TREE",
    "GIT_EXEC_PATH",
  ])("%s does not lead elsewhere", async (name) => {
    const { workspace, repo } = createTraps();
    const { out } = await workspace.run("ast", `git:HEAD:${MODEL}`);
    vi.stubEnv(name, join(repo.beside, "other/.git"));
    expect(await workspace.run("ast", `git:HEAD:${MODEL}`)).toEqual({ exit: 0, out, err: "" });
  });

  it("PATH is not followed into the repository", async () => {
    const trapped = createTraps();
    const { repo, workspace } = trapped;
    workspace.write("node_modules/.bin/x", "");
    for (const folder of [".", "node_modules/.bin"])
      copyFileSync(join(repo.beside, "run"), join(workspace.folder, folder, "git"));
    const bins = join(workspace.folder, "node_modules/.bin");
    vi.stubEnv("PATH", ["", ".", bins, process.env.PATH].join(delimiter));
    expect(await findRuns(trapped)).toEqual([]);
    expect((await workspace.run("ast", `git:HEAD:${MODEL}`)).exit).toBe(0);
    repo.plainGit(["version"]);
    expect(repo.hasRun(), "the trap works").toBe(true);
    vi.stubEnv("PATH", "");
    const { exit, err } = await workspace.run("ast", `git:HEAD:${MODEL}`);
    expect([exit, err]).toEqual([
      2,
      expect.stringContaining("there is no git program in the folders of PATH"),
    ]);
  });

  it("is decided with a reason, each once", () => {
    const names = VARIABLES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

it("has one place that starts git, and one that starts npm, in all packages that are published", () => {
  const packages = fileURLToPath(new URL("../../", import.meta.url));
  const sources = readdirSync(packages).flatMap((name) => {
    const folder = join(packages, name, "src");
    const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
    return files.filter((file) => /\.tsx?$/.test(file)).map((file) => join(folder, file));
  });
  const starting = sources.filter((file) => readFileSync(file, "utf8").includes("child_process"));
  expect(starting.map((file) => relative(packages, file))).toEqual([
    join("cli", "src", "git", "start-git.ts"),
    join("cli", "src", "npm", "run-npm.ts"),
  ]);
});
