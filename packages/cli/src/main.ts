import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { optimizeLate } from "./optimize-late.js";
import { printDay } from "./print-day.js";
import { EXIT, type ExitCode, type Prompts, type Terminal } from "./terminal.js";

/** The command that runs for minutes, in threads that do nothing else: its code is worth optimising soon. */
const LONG_COMMAND = "history";

// What cannot be told is not told again; the work is done all the same, and ends as one that could not be.
let isDeaf = false;
process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  // A reader that stops early, such as `head`, knows that it did.
  if (!isDeaf && code !== "EPIPE") process.stderr.write(`error The results cannot be written: ${message}\n`);
  isDeaf = true;
  process.exitCode = EXIT.usage;
});
process.stderr.on("error", () => undefined);

const args = process.argv.slice(2);
start(args).then(
  (exit) => {
    process.exitCode = isDeaf ? EXIT.usage : exit;
  },
  async (error: unknown) => {
    const [{ guardText }, { printBugReport }] = await Promise.all([
      import("@shapelog/diagnostics"),
      import("./print-bug-report.js"),
    ]);
    process.stderr.write(guardText(printBugReport(error, readVersion())));
    process.exitCode = EXIT.bug;
  },
);

/** The version is told before anything else is loaded. */
async function start(args: readonly string[]): Promise<ExitCode> {
  const [command = ""] = args;
  const others = args.filter((arg) => arg !== "--version" && arg !== "-V");
  const isVerbose = others.length === 1 && others[0] === "--verbose";
  if (others.length < args.length && (others.length === 0 || isVerbose)) {
    const platform = `node ${process.version}\n${process.platform} ${process.arch}\n`;
    process.stdout.write(`${readVersion()}\n${isVerbose ? platform : ""}`);
    return EXIT.ok;
  }
  if (command !== LONG_COMMAND) optimizeLate();
  const { run } = await import("./program.js");
  return run(args, createTerminal(), readVersion());
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "";
}

function createTerminal(): Terminal {
  return {
    cwd: process.cwd(),
    out: (text) => isDeaf || process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    color: wantsColor(),
    interactive: process.stderr.isTTY === true,
    width: process.stdout.columns ?? 100,
    readInput,
    inputChunks: () => process.stdin,
    ask: isSomebodyThere() ? ask : undefined,
    prompts: isSomebodyThere() ? LATE_PROMPTS : undefined,
    today: () => printDay(new Date()),
    untilStopped,
    environment: process.env,
    identifyCode,
  };
}

/**
 * Returns the version with the sizes and times of the command's files, which tell builds of one version apart, and those
 * of the packages that stay outside the bundle.
 */
function identifyCode(): string {
  const own = fileURLToPath(new URL(".", import.meta.url));
  const files = readdirSync(own).filter((name) => name.endsWith("js"));
  const outside = ["typescript", "openapi-typescript"].map((name) =>
    createRequire(import.meta.url).resolve(name),
  );
  const described = [...files.map((name) => join(own, name)), ...outside].map((path) => {
    const { size, mtimeMs } = statSync(path);
    return `${path} ${size} ${mtimeMs}`;
  });
  return [readVersion(), process.version, ...described].join("\n");
}

function isSomebodyThere(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY && !process.env.CI;
}

/** Most commands ask nothing, and load nothing for it. */
const LATE_PROMPTS: Prompts = {
  text: async (question, options) => (await loadPrompts()).text(question, options),
  choose: async (question, choices) => (await loadPrompts()).choose(question, choices),
  confirm: async (question, standard) => (await loadPrompts()).confirm(question, standard),
};

async function loadPrompts(): Promise<Prompts> {
  const { createPrompts } = await import("./prompts.js");
  return createPrompts();
}

function wantsColor(): boolean {
  if (process.env.NO_COLOR) return false;
  if (process.env.FORCE_COLOR) return process.env.FORCE_COLOR !== "0";
  return process.stdout.isTTY === true || isInGitPager();
}

/** Where git runs the command, as a diff driver, what it prints goes to git's pager, which shows colours as a terminal does. */
function isInGitPager(): boolean {
  return process.env.GIT_PAGER_IN_USE === "true" && process.env.TERM !== "dumb";
}

async function readInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Ctrl+C and Ctrl+D end the process as always. */
async function ask(question: string): Promise<string> {
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const stopped = new Promise<never>(() => {
    for (const event of ["SIGINT", "close"]) lines.on(event, () => process.kill(process.pid, "SIGINT"));
  });
  const answer = await Promise.race([lines.question(question).catch(() => stopped), stopped]);
  lines.removeAllListeners("close");
  lines.close();
  return answer;
}

/** A second Ctrl+C ends the process as always. */
async function untilStopped(): Promise<void> {
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
}
