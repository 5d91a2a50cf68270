import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createService, createWorkspace, type Workspace } from "./workspace.js";

const BIN = fileURLToPath(new URL("../bin/shapelog.js", import.meta.url));

async function suggest(workspace: Workspace, ...words: readonly string[]): Promise<readonly string[]> {
  const { exit, out } = await workspace.run("complete", "--", ...words);
  expect(exit).toBe(0);
  return out.split("\n").flatMap((line) => (line === "" ? [] : [line.replace(/\t.*/, "")]));
}

describe("what a shell is told", () => {
  it("has the commands, and those that begin as the word", async () => {
    const workspace = createWorkspace();
    expect(await suggest(workspace, "")).toEqual(
      expect.arrayContaining(["check", "diff", "completion", ":4"]),
    );
    expect(await suggest(workspace, "")).not.toContain("complete");
    expect(await suggest(workspace, "his")).toEqual(["history", ":4"]);
  });

  it.each([
    [
      ["check", "--v"],
      ["--verbose", ":4"],
    ],
    [
      ["check", "--format", "s"],
      ["sarif", ":4"],
    ],
    [
      ["completion", "f"],
      ["fish", ":4"],
    ],
    [
      ["check", "--service", ""],
      ["events", ":4"],
    ],
    [["build", "--service", "x"], [":4"]],
  ])("has for %j %j", async (words, expected) => {
    expect(await suggest(await createService(), ...words)).toEqual(expected);
  });

  it.each([
    [["diff", "mod"], ":0"],
    [["build", "--out", ""], ":0"],
    [["record", "--note", ""], ":4"],
    [["check", ""], ":4"],
  ])("leaves files to the shell where %j may be one", async (words, expected) => {
    expect(await suggest(createWorkspace(), ...words)).toEqual([expected]);
  });
});

/** Returns the environment of a shell that finds the command. */
function environmentOf(workspace: Workspace): NodeJS.ProcessEnv {
  workspace.write("bin/shapelog", `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`);
  chmodSync(join(workspace.folder, "bin/shapelog"), 0o755);
  return {
    ...process.env,
    PATH: `${join(workspace.folder, "bin")}${delimiter}${process.env.PATH}`,
    HOME: workspace.folder,
  };
}

function runShell(workspace: Workspace, shell: string, args: readonly string[]): string {
  const env = environmentOf(workspace);
  return execFileSync(shell, [...args], { cwd: workspace.folder, env, encoding: "utf8", stdio: "pipe" });
}

const isThere = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

describe("the script of a shell, run by it", () => {
  /** What bash-completion gives the script: the words up to the cursor, and the one that is being typed. */
  const WORDS = `_get_comp_words_by_ref() { words=("\${COMP_WORDS[@]}"); cword=$COMP_CWORD; cur=\${words[cword]}; prev=\${words[cword-1]}; }`;

  it.skipIf(!isThere("bash"))("completes in bash", async () => {
    const script = `${WORDS}
source <(shapelog completion bash)
compopt() { :; }
COMP_WORDS=(shapelog check --service ""); COMP_CWORD=3; COMP_LINE="shapelog check --service "; COMP_POINT=\${#COMP_LINE}
$(complete -p shapelog | sed -E 's/.*-F ([^ ]+).*/\\1/')
printf '%s\\n' "\${COMPREPLY[@]}"`;
    expect(runShell(await createService(), "bash", ["-c", script])).toContain("events");
  });

  it.skipIf(!isThere("fish"))("completes in fish", async () => {
    const script = `shapelog completion fish | source; complete -C "shapelog check --serv"`;
    expect(runShell(await createService(), "fish", ["--no-config", "-c", script])).toContain("--service");
  });

  it.skipIf(!isThere("zsh"))("is known to zsh", async () => {
    const script = `autoload -Uz compinit; compinit -u -D; source <(shapelog completion zsh); print -r -- \${_comps[shapelog]}`;
    expect(runShell(await createService(), "zsh", ["-f", "-c", script])).toMatch(/shapelog/);
  });
});
