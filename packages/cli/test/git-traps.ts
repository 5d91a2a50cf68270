import { spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { botocoreText, createRepository, modelPath, type Repository } from "./history-repository.js";

/** A setting by which a repository has git run a program, and the git that does so. */
export interface Trap {
  readonly setting: string;
  /** Whether `OVERRIDES` or `VARIABLES` hold against it, or `UNREACHED` has it: then only that no such git is started. */
  readonly kept: "outranked" | "unreached";
  /** The configuration, where `$RUN` is the program, `$BESIDE` its folder, and `$HERE` the repository's. */
  readonly config: readonly string[];
  readonly attributes?: string;
  /** The git that runs it. */
  readonly git: readonly string[];
  readonly input?: string;
}

const ME = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
const COMMIT = [...ME, "commit", "--allow-empty"];
const HOST = "url=https://example.com\n";
const REMOTE = ["ls-remote", "origin"];
/** Reads every file: a plain `add` takes those for known that were written a while before. */
const RENORMALIZE = ["add", "--renormalize", "."];
const ALL = "* filter=x diff=x";

const outranked = (
  setting: string,
  config: readonly string[],
  git: readonly string[],
  input?: string,
): Trap => ({
  ...{ setting, kept: "outranked", config, git },
  ...(input === undefined ? {} : { input }),
});
const unreached = (
  setting: string,
  config: readonly string[],
  git: readonly string[],
  input?: string,
): Trap => ({
  ...outranked(setting, config, git, input),
  ...{ kept: "unreached", attributes: ALL },
});

/** Every setting that the tables name and a test can have git follow. */
export const TRAPS: readonly Trap[] = [
  outranked("core.fsmonitor", ["core.fsmonitor=$RUN"], ["status"]),
  outranked("core.hooksPath", ["core.hooksPath=$BESIDE/hooks"], [...COMMIT, "-m", "x"]),
  outranked("core.pager", ["core.pager=$RUN"], ["grep", "--open-files-in-pager", "Kind"]),
  outranked("core.editor", ["core.editor=$RUN"], COMMIT),
  outranked("sequence.editor", ["sequence.editor=$RUN"], [...ME, "rebase", "-i", "--root"]),
  outranked("core.askPass", ["core.askPass=$RUN"], ["credential", "fill"], HOST),
  outranked("credential.helper", ["credential.helper=$RUN"], ["credential", "fill"], HOST),
  outranked(
    "core.alternateRefsCommand",
    ["core.alternateRefsCommand=$RUN"],
    ["rev-list", "--alternate-refs", "HEAD"],
  ),
  outranked("log.showSignature", ["log.showSignature=true", "gpg.program=$RUN"], ["log"]),
  outranked("gpg.program", ["gpg.program=$RUN"], ["verify-commit", "HEAD"]),
  outranked("gpg.openpgp.program", ["gpg.openpgp.program=$RUN"], ["verify-commit", "HEAD"]),
  outranked("gpg.x509.program", ["gpg.x509.program=$RUN"], ["verify-commit", "x509"]),
  outranked(
    "gpg.ssh.program",
    ["gpg.ssh.program=$RUN", "gpg.ssh.allowedSignersFile=/dev/null"],
    ["verify-commit", "ssh"],
  ),
  outranked(
    "gpg.ssh.defaultKeyCommand",
    ["gpg.ssh.defaultKeyCommand=$RUN", "gpg.format=ssh"],
    [...COMMIT, "-S", "-m", "x"],
  ),
  outranked("diff.external", ["diff.external=$RUN"], ["diff", "x509~2", "x509", "--", "README.md"]),
  outranked("core.sshCommand", ["core.sshCommand=$RUN", "remote.origin.url=ssh://example.com/x"], REMOTE),
  outranked("core.gitProxy", ["core.gitProxy=$RUN", "remote.origin.url=git://example.com/x"], REMOTE),
  outranked("protocol.ext.allow", ["protocol.ext.allow=always", "remote.origin.url=ext::$RUN"], REMOTE),
  outranked("protocol.allow", ["protocol.allow=always", "remote.origin.url=ext::$RUN"], REMOTE),
  outranked(
    "fetch.parallel",
    [
      "core.repositoryFormatVersion=1",
      "extensions.partialClone=origin",
      "remote.origin.promisor=true",
      "remote.origin.url=ext::$RUN",
      "protocol.ext.allow=always",
    ],
    ["cat-file", "blob", "gone"],
  ),
  outranked("remote.<name>.uploadpack", ["remote.origin.url=$HERE", "remote.origin.uploadpack=$RUN"], REMOTE),
  unreached("alias.*", ["alias.x=!$RUN"], ["x"]),
  unreached("filter.<driver>.clean", ["filter.x.clean=$RUN"], RENORMALIZE),
  unreached("filter.<driver>.process", ["filter.x.process=$RUN"], RENORMALIZE),
  unreached("filter.<driver>.smudge", ["filter.x.smudge=$RUN"], ["cat-file", "--filters", "HEAD:README.md"]),
  unreached("diff.<driver>.command", ["diff.x.command=$RUN"], ["diff", "x509~2", "x509", "--", "README.md"]),
  unreached("diff.<driver>.textconv", ["diff.x.textconv=$RUN"], ["cat-file", "--textconv", "HEAD:README.md"]),
  unreached(
    "difftool.<tool>.cmd",
    ["difftool.x.cmd=$RUN"],
    ["difftool", "--no-prompt", "--tool", "x", "x509~2", "x509", "--", "README.md"],
  ),
  unreached(
    "trailer.<token>.cmd",
    ["trailer.x.cmd=$RUN"],
    ["interpret-trailers", "--trailer", "x=y"],
    "Text\n",
  ),
  unreached(
    "trailer.<token>.command",
    ["trailer.x.command=$RUN"],
    ["interpret-trailers", "--trailer", "x=y"],
    "Text\n",
  ),
  unreached("tar.<format>.command", ["tar.x.command=$RUN"], ["archive", "--format=x", "HEAD"]),
  unreached("man.<tool>.cmd", ["man.viewer=x", "man.x.cmd=$RUN"], ["help", "--man", "log"]),
  unreached(
    "credential.<url>.helper",
    ["credential.https://example.com.helper=$RUN"],
    ["credential", "fill"],
    HOST,
  ),
];

/** A repository with traps, and whether one has been stepped into. */
export interface TrappedRepository extends Repository {
  readonly beside: string;
  /** The id of an object that it lacks. */
  readonly gone: string;
  /** Returns whether the program ran since this was asked last. */
  hasRun(): boolean;
  /** Runs git as anybody does, with an environment of `PATH` alone and `env`. */
  plainGit(args: readonly string[], options?: PlainGitOptions): void;
}

export interface PlainGitOptions {
  readonly input?: string | undefined;
  readonly env?: Readonly<Record<string, string>>;
}

const SIGNATURES = { main: "PGP SIGNATURE", x509: "SIGNED MESSAGE", ssh: "SSH SIGNATURE" };

/**
 * Creates a repository of models in a folder: with signed commits, another one's objects, and one object missing. The
 * program and its mark are in the folder `beside`.
 */
export function createTrapped(folder: string, beside: string): TrappedRepository {
  const repository = createRepository(folder);
  const { git } = repository;
  const gone = "notes/gone.json";
  repository.commit({ [modelPath("alpha")]: botocoreText("Alpha", ["a"]), "README.md": "Kind\n" });
  repository.commit({
    [modelPath("alpha")]: botocoreText("Alpha", ["a", "b"]),
    [gone]: "{}",
    "README.md": "Kinds\n",
  });
  const tree = git("rev-parse", "HEAD^{tree}").trim();
  const parent = git("rev-parse", "HEAD").trim();
  for (const [branch, kind] of Object.entries(SIGNATURES)) {
    const person = "A <a@example.com> 1600000000 +0000";
    const signature = `gpgsig -----BEGIN ${kind}-----\n \n x\n -----END ${kind}-----`;
    const text = `tree ${tree}\nparent ${parent}\nauthor ${person}\ncommitter ${person}\n${signature}\n\nSigned\n`;
    const file = join(beside, "commit");
    writeFileSync(file, text);
    git("update-ref", `refs/heads/${branch}`, git("hash-object", "-t", "commit", "-w", file).trim());
  }
  const other = createRepository(join(beside, "other"));
  other.commit({ "README.md": "Other\n" });
  writeFileSync(
    join(repository.folder, ".git/objects/info/alternates"),
    `${join(other.folder, ".git/objects")}\n`,
  );
  const id = git("rev-parse", `HEAD:${gone}`).trim();
  rmSync(join(repository.folder, ".git/objects", id.slice(0, 2), id.slice(2)));
  return { ...repository, beside, gone: id, ...watch(folder, beside) };
}

/** Puts the program that leaves a mark beside the repository. */
function watch(folder: string, beside: string): Pick<TrappedRepository, "hasRun" | "plainGit"> {
  const mark = join(beside, "mark");
  const program = `#!/bin/sh\necho >> '${mark}'\nexit 1\n`;
  mkdirSync(join(beside, "hooks"));
  for (const name of ["run", "hooks/pre-commit", "hooks/post-index-change", "hooks/reference-transaction"]) {
    writeFileSync(join(beside, name), program);
    chmodSync(join(beside, name), 0o755);
  }
  return {
    hasRun() {
      const ran = existsSync(mark);
      rmSync(mark, { force: true });
      return ran;
    },
    plainGit(args, { input = "", env = {} } = {}) {
      const plain = {
        PATH: process.env.PATH,
        HOME: beside,
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_TERMINAL_PROMPT: "0",
      };
      spawnSync("git", args, { cwd: folder, input, env: { ...plain, ...env } });
    },
  };
}

/** Writes a trap into a repository's configuration. */
export function setTrap({ folder, beside, git }: TrappedRepository, trap: Trap): void {
  for (const setting of trap.config) {
    const at = setting.indexOf("=");
    const value = setting
      .slice(at + 1)
      .replace("$RUN", join(beside, "run"))
      .replace("$BESIDE", beside);
    git("config", setting.slice(0, at), value.replace("$HERE", folder));
  }
  if (trap.attributes) appendFileSync(join(folder, ".git/info/attributes"), `${trap.attributes}\n`);
}

/** Returns the arguments of the git that steps into a trap. */
export function trapArguments(trap: Trap, gone: string): readonly string[] {
  return trap.git.map((argument) => (argument === "gone" ? gone : argument));
}
