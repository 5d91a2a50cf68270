import { type ChildProcess, spawn } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("..", import.meta.url));

/** The program as it is built, in a process of its own. */
export interface ServerProcess {
  readonly endpoint: string;
  /** What it wrote so far. */
  readonly written: { readonly out: string; readonly err: string };
  /** Sends a signal and returns how the process ended. */
  end(signal: "SIGTERM" | "SIGINT" | "SIGKILL"): Promise<Ended>;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
}

/** Runs the program until it listens. */
export async function startProcess(args: readonly string[]): Promise<ServerProcess> {
  const { child, written, ended } = spawnProgram(["--port", "0", ...args]);
  const endpoint = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", () => {
      const [found] = /http:\/\/[\d.]+:\d+/.exec(written.out) ?? [];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error(`it ended before it listened: ${written.err}`)));
  });
  return {
    endpoint,
    written,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs the program to its end and returns what it wrote. */
export async function runProgram(
  args: readonly string[],
): Promise<Ended & { readonly out: string; readonly err: string }> {
  const { written, ended } = spawnProgram(args);
  return { ...(await ended), ...written };
}

function spawnProgram(args: readonly string[]) {
  // Without both: Node itself warns on the standard error where both are there, even empty.
  const { FORCE_COLOR: _, NO_COLOR: __, ...env } = process.env;
  const child: ChildProcess = spawn(process.execPath, ["dist/main.js", ...args], {
    cwd: FOLDER,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const written = { out: "", err: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    written.out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    written.err += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  return { child, written, ended };
}
