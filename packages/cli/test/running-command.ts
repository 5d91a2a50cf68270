import { expect, onTestFinished } from "vitest";
import { run } from "../src/program.js";
import type { ExitCode, Terminal } from "../src/terminal.js";

/** A command that runs until it is stopped. */
export interface RunningCommand {
  /** Waits for a text among the results, or among the messages, and returns all of them so far. */
  waitFor(text: string | RegExp): Promise<string>;
  /** Does what Ctrl+C does, and returns the exit code. */
  stop(): Promise<ExitCode>;
}

/** Starts a command in a folder. It is stopped when the test is over. */
export function startCommand(cwd: string, ...args: readonly string[]): RunningCommand {
  let text = "";
  const add = (more: string) => {
    text += more;
  };
  let stop: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const terminal: Terminal = {
    cwd,
    out: add,
    err: add,
    color: false,
    interactive: false,
    width: 100,
    readInput: async () => Buffer.alloc(0),
    today: () => "2022-08-18",
    untilStopped: () => stopped,
  };
  const exit = run(args, terminal, "0.0.0");
  const running: RunningCommand = {
    async waitFor(expected) {
      await expect.poll(() => text, { timeout: 120_000 }).toMatch(expected);
      return text;
    },
    stop() {
      stop();
      return exit;
    },
  };
  onTestFinished(async () => {
    await running.stop();
  });
  return running;
}
