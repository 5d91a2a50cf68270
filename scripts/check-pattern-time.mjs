// Runs every pattern of botocore's models that generated code checks on texts made to be slow for it, in a process that
// is killed where it takes too long, and prints how many patterns are refused, how many need a table, and the slowest.
// The exit code is 1 where a pattern takes longer than the limit on one text, or where a table and its regular
// expression differ.
//
//   node scripts/check-pattern-time.mjs GIT_DIR [--revision HEAD] [--limit MILLISECONDS] [--every N]
//
// GIT_DIR is a clone of boto/botocore, bare or not; build first. Texts have 65,536 characters, or as many as the shape's
// @length allows. A time near the limit is taken again, and the shortest of five counts: other programs make times
// longer, and never shorter. `--every N` takes each Nth pattern.
import { fork, spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readBotocore } from "../packages/botocore/dist/index.js";
import { translatePattern } from "../packages/emit/dist/index.js";
import { lengthBounds, nearestDouble, stringTrait } from "../packages/model/dist/index.js";

const WORKER = fileURLToPath(new URL("check-pattern-time/run-attacks.mjs", import.meta.url));
const KILL_AFTER = 20_000;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    revision: { type: "string", default: "HEAD" },
    limit: { type: "string", default: "50" },
    every: { type: "string", default: "1" },
  },
});
const [gitDir] = positionals;
if (!gitDir) {
  console.error(
    "usage: node scripts/check-pattern-time.mjs GIT_DIR [--revision HEAD] [--limit MS] [--every N]",
  );
  process.exit(2);
}

/** @param {string[]} args */
function git(...args) {
  const { status, stdout, stderr } = spawnSync("git", args, {
    cwd: gitDir,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/**
 * @typedef {{ source: string, table?: string, maxLength?: number }} Task
 * @typedef {{ done: number, texts: number, slowest: number, text: string, differs?: string }} Report
 */

/** @type {Map<string, Task>} */
const tasks = new Map();
let shapes = 0;
/** @type {string[]} */
const refused = [];
for (const file of git("ls-tree", "-r", "--name-only", values.revision).split("\n")) {
  if (!file.endsWith("/service-2.json")) continue;
  const { model } = readBotocore({ file, text: git("show", `${values.revision}:${file}`) });
  for (const shape of model?.shapes.values() ?? []) {
    const pattern = stringTrait(shape, "pattern");
    if (pattern === undefined) continue;
    shapes++;
    const { max: maxLength } = lengthBounds(shape);
    const limit = maxLength === undefined ? {} : { maxLength: nearestDouble(maxLength) };
    const translated = translatePattern(pattern, limit);
    if (!translated.ok) refused.push(`${shape.id} ${pattern.slice(0, 100)}: ${translated.reason}`);
    else {
      const { source, table } = translated;
      tasks.set(`${maxLength} ${pattern}`, { source, ...(table === undefined ? {} : { table }), ...limit });
    }
  }
}
const chosen = [...tasks.values()].filter((_, index) => index % Number(values.every) === 0);
console.log(`${shapes} shapes with a pattern, ${refused.length} of them refused:`);
for (const line of refused) console.log(`  ${line}`);
console.log(
  `${chosen.length} patterns with their lengths, ${chosen.filter(({ table }) => table).length} by table`,
);

let texts = 0;
let failures = 0;
/** @type {{ time: number, source: string, text: string }[]} */
const times = [];
for (let index = 0; index < chosen.length; ) index = await runFrom(index);
times.sort((a, b) => b.time - a.time);
console.log(`${texts} texts; the slowest:`);
for (const { time, source, text } of times.slice(0, 5))
  console.log(`  ${time.toFixed(1)} ms  ${source.slice(0, 100)}  on ${text}`);
console.log(failures === 0 ? `none over ${values.limit} ms` : `${failures} patterns fail`);
process.exitCode = failures === 0 ? 0 : 1;

/**
 * Runs the patterns from `start` on in one process; returns where to go on.
 * @param {number} start
 * @returns {Promise<number>}
 */
function runFrom(start) {
  const worker = fork(WORKER);
  let next = start;
  return new Promise((resolve) => {
    const kill = () => {
      worker.kill("SIGKILL");
      failures++;
      console.log(`  killed after ${KILL_AFTER} ms: ${chosen[next]?.source}`);
      resolve(next + 1);
    };
    let timer = setTimeout(kill, KILL_AFTER);
    worker.on("message", (/** @type {Report} */ report) => {
      clearTimeout(timer);
      const { source = "" } = chosen[next] ?? {};
      texts += report.texts;
      times.push({ time: report.slowest, source, text: report.text });
      const problem =
        report.differs ??
        (report.slowest > Number(values.limit) ? `${report.slowest.toFixed(0)} ms` : undefined);
      if (problem !== undefined) {
        failures++;
        console.log(`  ${problem}: ${source}  on ${report.text}`);
      }
      next++;
      if (next < chosen.length) {
        timer = setTimeout(kill, KILL_AFTER);
        worker.send({ ...chosen[next], limit: Number(values.limit) });
      } else {
        worker.kill();
        resolve(next);
      }
    });
    worker.send({ ...chosen[start], limit: Number(values.limit) });
  });
}
