import { once } from "node:events";
import process from "node:process";
import { run } from "./program.js";
import { EXIT } from "./terminal.js";

// A reader that stops early, such as `head`, ends us quietly.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.ok);
  throw error;
});

// What listens to the end of the process can clean up then.
for (const [signal, number] of [
  ["SIGINT", 2],
  ["SIGTERM", 15],
] as const) {
  process.once(signal, () => process.exit(128 + number));
}

process.exitCode = await run(process.argv.slice(2), {
  out: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, "drain");
  },
  err: (text) => process.stderr.write(text),
  color: wantsColor(),
  width: process.stdout.columns,
  inputIsKeyboard: process.stdin.isTTY === true,
  screen: process.stderr.isTTY === true ? process.stderr : undefined,
  onEnd: (callback) => {
    process.once("exit", callback);
    return () => process.off("exit", callback);
  },
  input: () => process.stdin,
});

function wantsColor(): boolean {
  if (process.env.NO_COLOR) return false;
  if (process.env.FORCE_COLOR) return process.env.FORCE_COLOR !== "0";
  return process.stdout.isTTY === true;
}
