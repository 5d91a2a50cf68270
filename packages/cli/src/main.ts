import { once } from "node:events";
import { readFileSync } from "node:fs";
import process from "node:process";
import { run } from "./program.js";
import { EXIT, type Terminal } from "./terminal.js";

const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const version =
  typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "";

const terminal: Terminal = {
  cwd: process.cwd(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  color: wantsColor(),
  interactive: process.stderr.isTTY === true,
  width: process.stdout.columns ?? 100,
  readInput,
  today: () => new Date().toISOString().slice(0, 10),
  untilStopped,
};

// A reader that stops early, such as `head`, ends us quietly.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.ok);
  throw error;
});

try {
  process.exitCode = await run(process.argv.slice(2), terminal, version);
} catch (error) {
  process.stderr.write(bugReport(error));
  process.exitCode = EXIT.bug;
}

function wantsColor(): boolean {
  if (process.env.NO_COLOR) return false;
  if (process.env.FORCE_COLOR) return process.env.FORCE_COLOR !== "0";
  return process.stdout.isTTY === true;
}

async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

/** A second Ctrl+C ends the process as always. */
async function untilStopped(): Promise<void> {
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
}

function bugReport(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This is a bug in shapelog ${version}, not in your model. Please report it with the command you ran and this:
https://github.com/shapelog/shapelog/issues

${stack}
node ${process.version}, ${process.platform} ${process.arch}
`;
}
