import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { findProgram } from "../git/find-program.js";

/** What a run of npm printed. */
export interface NpmRun {
  readonly out: string;
  readonly err: string;
  /** Why it failed, where it did and said nothing itself. */
  readonly error?: string;
}

const MOST_OUTPUT = 16 * 1024 * 1024;

/** Runs npm in a folder, whose configuration counts, and returns what it prints. `args` are npm's. */
export async function runNpm(args: readonly string[], cwd: string): Promise<NpmRun> {
  const npm = findNpm();
  if (!npm)
    return { out: "", err: "", error: "there is no npm beside this Node and none in the folders of PATH" };
  return new Promise((resolve) => {
    const options = { cwd, windowsHide: true, maxBuffer: MOST_OUTPUT };
    const child = execFile(npm.program, [...npm.args, ...args], options, (error, out, err) => {
      resolve({ out, err, ...(error ? { error: error.message } : {}) });
    });
    child.stdin?.end();
  });
}

interface Program {
  readonly program: string;
  readonly args: readonly string[];
}

/** npm is a script: the one that came with this Node is run by it, also on Windows, where a shell would run another. */
function findNpm(): Program | undefined {
  const beside = dirname(process.execPath);
  const own = [join(beside, "node_modules"), join(beside, "..", "lib", "node_modules")]
    .map((folder) => join(folder, "npm", "bin", "npm-cli.js"))
    .find((path) => existsSync(path));
  if (own !== undefined) return { program: process.execPath, args: [own] };
  const found = findProgram("npm", { path: process.env.PATH ?? "" });
  return found === undefined ? undefined : { program: found, args: [] };
}
