// Compares `shapelog impact`, as a whole process, with `tsc --noEmit` of the same TypeScript on the same programs: those of
// the sample apps, and one of 300 files that is made here. Fails where it takes more than 1.5 times as long, or more than
// 1.3 times the memory. Time is that of the processors, which other work on the machine does not change; the other is shown.
//
//   node benchmarks/impact.mjs [ROUNDS]
//
// Build first: `npm run build`. In each round all are run in turn; what counts is the quickest run of each, since a busy
// machine can only add, and the least memory.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CLI = join(ROOT, "packages/cli/bin/shapelog.js");
const USAGE = fileURLToPath(new URL("processes/report-usage.cjs", import.meta.url));
const COMPILER = join(
  dirname(createRequire(join(ROOT, "packages/cli/package.json")).resolve("typescript/package.json")),
  "bin/tsc",
);
const SIDES = ["17", "18"].map((day) => `ledger:cognito-identity-provider@2022-08-${day}`);
const MOST = { time: 1.5, memory: 1.3 };
const FILES = 300;

const rounds = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), "shapelog-impact-"));
try {
  const made = createProject(folder);
  const projects = {
    "auth-events-audit": join(ROOT, "apps/auth-events-audit"),
    "thin-client": join(ROOT, "apps/thin-client"),
    [`${FILES} files`]: made,
  };
  const rows = Object.entries(projects).map(([name, project]) => compare(name, project));
  console.log(`${rounds} rounds, node ${process.version}`);
  console.table(rows);
  const isOver = rows.some((row) => row["processor time"] > MOST.time || row.memory > MOST.memory);
  if (isOver)
    console.error(`More than ${MOST.time} times the time, or ${MOST.memory} times the memory, of tsc.`);
  process.exitCode = isOver ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} name
 * @param {string} project
 */
function compare(name, project) {
  const commands = {
    tsc: [COMPILER, "--noEmit", "-p", project],
    impact: [CLI, "impact", ...SIDES, "--consumer", project],
  };
  /** @type {Record<string, { ms: number, cpu: number, megabytes: number }>} */
  const best = {};
  for (let round = 0; round < rounds; round++) {
    for (const [each, args] of Object.entries(commands)) {
      const one = run(args);
      const known = best[each] ?? one;
      best[each] = {
        ms: Math.min(known.ms, one.ms),
        cpu: Math.min(known.cpu, one.cpu),
        megabytes: Math.min(known.megabytes, one.megabytes),
      };
    }
  }
  const { tsc, impact } = best;
  if (!tsc || !impact) throw new Error("expected at least one round");
  return {
    project: name,
    "tsc ms": Math.round(tsc.ms),
    "impact ms": Math.round(impact.ms),
    time: round2(impact.ms / tsc.ms),
    "processor time": round2(impact.cpu / tsc.cpu),
    "tsc MB": Math.round(tsc.megabytes),
    "impact MB": Math.round(impact.megabytes),
    memory: round2(impact.megabytes / tsc.megabytes),
  };
}

/** @param {readonly string[]} args */
function run(args) {
  const file = join(folder, "usage.json");
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--require", USAGE, ...args], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, USAGE_FILE: file },
    maxBuffer: 2 ** 28,
  });
  const ms = performance.now() - start;
  // Both exit with 1 or 2 where they find something.
  if (status === null || status > 2 || stderr !== "") throw new Error(`${args.join(" ")}\n${stderr}`);
  /** @type {{ cpu: number, megabytes: number }} */
  const usage = JSON.parse(readFileSync(file, "utf8"));
  return { ms, ...usage };
}

/**
 * Makes a program of many files, each of which uses the package in ways that the change affects.
 * @param {string} root
 */
function createProject(root) {
  mkdirSync(join(root, "src"));
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"), "junction");
  const compilerOptions = {
    target: "es2022",
    module: "nodenext",
    strict: true,
    skipLibCheck: true,
    types: ["node"],
  };
  writeFileSync(join(root, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["src"] }));
  writeFileSync(join(root, "package.json"), JSON.stringify({ type: "module" }));
  for (let index = 0; index < FILES; index++) {
    writeFileSync(
      join(root, `src/file-${index}.ts`),
      `import type { AuthEventType, EventType } from "@shapelog/cognito-identity-provider";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
export const client${index} = () => new CognitoIdentityProviderClient({});
const LABELS: Record<string, string> = { Success: "yes", Failure: "no", Pass: "yes" };
export const labelOf${index} = ({ EventResponse }: AuthEventType) => LABELS[EventResponse ?? ""] ?? "unknown";
export function describe${index}(type: EventType): string {
  switch (type) {
    case "SignIn":
      return "in";
    default:
      return "else";
  }
}
export const rows${index} = (events: readonly AuthEventType[]) =>
  events.map(({ EventId, EventRisk, ...rest }) => ({ id: EventId, level: EventRisk?.RiskLevel, ...rest })).filter(({ id }) => id !== "${index}");
`,
    );
  }
  return root;
}

/** @param {number} value */
function round2(value) {
  return Math.round(value * 100) / 100;
}
