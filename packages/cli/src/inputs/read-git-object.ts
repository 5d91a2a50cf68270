import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { SourceText } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, type Outcome, succeeded } from "../outcome.js";

const run = promisify(execFile);
const MAX_BYTES = 512 * 1024 * 1024;

/** Reads a file as a git commit has it. `input` is `git:<ref>:<path>`; the path is from the repository's root, or `./…`. */
export async function readGitObject(cwd: string, input: string): Promise<Outcome<SourceText>> {
  const [, ref = "", path = ""] = /^git:([^:]*):(.*)$/s.exec(input) ?? [];
  if (ref === "" || path === "" || ref.startsWith("-")) {
    return failed(cliDiagnostics.create("bad-input", undefined, { input, expected: "git:<ref>:<path>" }));
  }
  try {
    const options = { cwd, encoding: "utf8", maxBuffer: MAX_BYTES } as const;
    const { stdout } = await run("git", ["cat-file", "blob", `${ref}:${path}`], options);
    return succeeded({ file: input, text: stdout });
  } catch (error) {
    return failed(cliDiagnostics.create("git-failed", undefined, { input, reason: gitReason(error) }));
  }
}

function gitReason(error: unknown): string {
  const stderr = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
  const [line = ""] = stderr.split("\n");
  const reason = line.replace(/^(fatal|error): /i, "");
  return reason !== "" ? reason : error instanceof Error ? error.message : "git failed";
}
