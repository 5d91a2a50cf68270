// Compares reading events into the audit's database with reading and parsing the same lines, as whole processes side by
// side in one run, and tells the most memory that each took.
//
//   node benchmarks/auth-events-audit.mjs [--events 1000000] [--rounds 3] [--seed 1] [--workers N] [--memory 512MB]
//
// The events are made from the seed and removed at the end: 10,000,000 of them are 5 GB. Build first: `npm run build`. In
// each round both are run in turn; what counts is the quickest run of each, since a busy machine can only add. Time on
// the processor is told too: where other programs take the second core, it says what threads would have saved. Fails
// where the audit takes more than twice as long, or where an event is missing.
import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createEventLines } from "../apps/auth-events-audit/scripts/create-events.mjs";

const MAIN = fileURLToPath(new URL("../apps/auth-events-audit/dist/main.js", import.meta.url));
const PARSE = fileURLToPath(new URL("auth-events-audit/parse-lines.mjs", import.meta.url));
const AT_MOST = 2;

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "1000000" },
    rounds: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
    workers: { type: "string", default: String(Math.min(4, availableParallelism())) },
    memory: { type: "string", default: "512MB" },
  },
});
const events = Number(values.events);
const folder = mkdtempSync(join(tmpdir(), "auth-events-"));
try {
  const file = join(folder, "events.jsonl");
  await pipeline(
    Readable.from(createEventLines({ count: events, seed: Number(values.seed) })),
    createWriteStream(file),
  );
  process.exitCode = compare(file);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @typedef {object} Run
 * @property {number} seconds
 * @property {number} processor Seconds on the processor, of all threads.
 * @property {number} memory The most that was resident, in MiB.
 */

/** @param {string} file */
function compare(file) {
  const { workers, memory } = values;
  const audit = ["--report", "types", "--format", "json", "--workers", workers, "--memory", memory, file];
  /** @type {Run[]} */
  const parsed = [];
  /** @type {Run[]} */
  const audited = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    parsed.push(measure(PARSE, [file], (out) => Number(out)));
    audited.push(measure(MAIN, audit, (out) => JSON.parse(out).summary.events));
  }
  const size = (statSync(file).size / 2 ** 20).toLocaleString("en-US", { maximumFractionDigits: 0 });
  console.log(
    `${events.toLocaleString("en-US")} events, ${size} MiB, ${workers} workers, memory_limit ${memory}`,
  );
  const parse = printBest("read and parse", parsed);
  const all = printBest("audit", audited);
  const ratio = all.seconds / parse.seconds;
  const processor = all.processor / parse.processor;
  console.log(
    `ratio ${ratio.toFixed(2)} (at most ${AT_MOST}), of time on the processor ${processor.toFixed(2)}`,
  );
  return ratio > AT_MOST ? 1 : 0;
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 * @param {(out: string) => number} readCount
 * @returns {Run}
 */
function measure(script, args, readCount) {
  const usage = join(folder, "usage.json");
  const report = `import{writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync(${JSON.stringify(usage)},JSON.stringify(process.resourceUsage())))`;
  const hook = `data:text/javascript,${encodeURIComponent(report)}`;
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", hook, script, ...args], {
    encoding: "utf8",
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0 || readCount(stdout) !== events) throw new Error(`exit ${status}: ${stderr}`);
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(usage, "utf8"));
  return { seconds, processor: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 };
}

/**
 * @param {string} name
 * @param {readonly Run[]} runs
 * @returns {Run}
 */
function printBest(name, runs) {
  const best = {
    seconds: Math.min(...runs.map(({ seconds }) => seconds)),
    processor: Math.min(...runs.map(({ processor }) => processor)),
    memory: Math.max(...runs.map(({ memory }) => memory)),
  };
  const rate = Math.round(events / best.seconds).toLocaleString("en-US");
  console.log(
    `${name.padEnd(16)}${best.seconds.toFixed(2)} s, ${rate} events/s, ${best.processor.toFixed(2)} s on the processor, at most ${best.memory.toFixed(0)} MiB`,
  );
  return best;
}
