import { spawn } from "node:child_process";
import process from "node:process";
import { createInterface } from "node:readline";
import { root } from "./install.mjs";
import { startStatus } from "./status-line.mjs";

/** Builds every package. Says on the terminal how far that is; and what turbo says only where it fails. */
export async function buildAll() {
  const status = startStatus("Building");
  const windows = process.platform === "win32";
  const child = spawn("npx", ["turbo", "run", "build", "--output-logs=full", "--log-order=stream"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    shell: windows,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", FORCE_COLOR: "0" },
  });
  const report = createBuildReport();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      report.add(line);
      status.show(report.progress());
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  status.end(code === 0 ? "Built all packages" : "");
  if (code === 0) return;
  console.error(report.explain());
  process.exit(typeof code === "number" && code > 0 ? code : 1);
}

/** Gathers what turbo prints: which packages were begun, and what each of them said. */
export function createBuildReport() {
  /** @type {Map<string, string[]>} */
  const logs = new Map();
  /** @type {string[]} */
  const others = [];
  /** @type {Set<string>} */
  const failed = new Set();
  let total = 0;
  return {
    /** @param {string} line */
    add(line) {
      const [, count] = /Running build in (\d+) packages/.exec(line) ?? [];
      if (count !== undefined) total = Number(count);
      const [, wrong] = /^\s*(?:ERROR\s+)?(\S+)#build: command .* exited/.exec(line) ?? [];
      if (wrong !== undefined) failed.add(wrong);
      const [, name, text = ""] = /^(@?[\w/.-]+):build: ?(.*)$/.exec(line) ?? [];
      if (name === undefined) others.push(line);
      else logs.set(name, [...(logs.get(name) ?? []), text]);
    },
    progress() {
      return total === 0 ? "" : `${Math.min(logs.size, total)} of ${total} packages`;
    },
    /** Returns what the packages that failed said; all that was said besides where none is known to have. */
    explain() {
      const told = [...failed].map(
        (name) => `${name} cannot be built:\n${(logs.get(name) ?? []).join("\n")}`,
      );
      return told.length > 0 ? told.join("\n\n") : others.join("\n");
    },
  };
}
