// Compares `shapelog history` with the least that any such walk has to do: `git cat-file --batch` and JSON.parse of the
// same blobs, on as many threads.
//
//   node benchmarks/history.mjs GIT_DIR [--sample N] [--rounds N]
//
// Takes every Nth service of a repository of models (default 20; 1 for all of them). Build first: `npm run build`. In
// each round both are run in turn, as processes of their own, so that both meet the same noise; ratios are the median
// of the rounds'. Then: what one more commit costs after a whole history, and what the number of pairs does to the time.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { parseLog, planHistory } from "@shapelog/history";
import { startGit } from "../packages/cli/dist/git/start-git.js";
import { listCommits, readLogText } from "../packages/cli/dist/history/log-text.js";
import { openGit } from "../scripts/open-git.mjs";

/** @import { ServicePlan } from "@shapelog/history" */

/**
 * What `shapelog history --format json` prints, as far as it is used here.
 * @typedef {object} Walked
 * @property {number} pairs
 * @property {number} bytes
 * @property {number} lost
 * @property {number} unclassified
 * @property {number} unreadable
 * @property {{ revisions: number }} run
 */

const SELF = fileURLToPath(import.meta.url);
const CLI = fileURLToPath(new URL("../packages/cli/bin/shapelog.js", import.meta.url));
const THREADS = availableParallelism();

if (!isMainThread) await parseBlobs(workerData);
else if (process.argv[2] === "--floor") await runFloor();
else if (process.argv[2] === undefined) {
  console.error("Usage: node benchmarks/history.mjs GIT_DIR [--sample N] [--rounds N]");
  process.exitCode = 2;
} else await compare(process.argv[2], option("--sample", 20), option("--rounds", 3));

/**
 * @param {string} name
 * @param {number} otherwise
 */
function option(name, otherwise) {
  const at = process.argv.indexOf(name);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
}

/**
 * @param {string} repository
 * @param {number} sample
 * @param {number} rounds
 */
async function compare(repository, sample, rounds) {
  const plans = (await readPlans(repository)).filter((_, index) => index % sample === 0);
  const folder = mkdtempSync(join(tmpdir(), "shapelog-history-"));
  try {
    const names = plans.map((plan) => plan.service);
    const blobs = plans.map(({ revisions }) => {
      const files = revisions.flatMap(({ blob, beside = {} }) => [blob, ...Object.values(beside)]);
      return [...new Set(files)];
    });
    const results = Array.from({ length: rounds }, (_, round) => ({
      floor: time(() => floor(repository, blobs)),
      history: time(() => walk(repository, join(folder, `out${round}`), names)),
    }));
    const ratio = median(results.map(({ floor, history }) => history.seconds / floor.seconds));
    const [first] = results;
    if (!first) throw new Error("--rounds is at least 1");
    const { pairs, bytes, lost, unclassified, unreadable } = first.history.value;
    console.log(
      `${plans.length} services, ${pairs} pairs, ${Math.round(bytes / 1e6)} MB, ${THREADS} threads`,
    );
    console.log(`${lost} lost, ${unclassified} unclassified, ${unreadable} unreadable`);
    console.table(
      results.map(({ floor, history }) => ({
        "floor s": round2(floor.seconds),
        "history s": round2(history.seconds),
      })),
    );
    console.log(`history / floor: ${round2(ratio)}`);
    oneMore(repository, folder, plans);
    growth(repository, folder, plans);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A history up to the sample's last commit but one, then up to the last.
 * @param {string} repository
 * @param {string} folder
 * @param {readonly ServicePlan[]} plans
 */
function oneMore(repository, folder, plans) {
  const names = plans.map((plan) => plan.service);
  const last = plans
    .flatMap(({ revisions }) => revisions)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1);
  if (!last) return;
  const out = join(folder, "more");
  const before = time(() => walk(repository, out, names, "--ref", `${last.commit}^1`));
  const after = time(() => walk(repository, out, names, "--ref", last.commit));
  const revisions = after.value.run.revisions;
  console.log(
    `one more commit (${revisions} revisions): ${round2(after.seconds)} s after ${round2(before.seconds)} s for the history before it`,
  );
}

/**
 * More and more services: the time should grow with the bytes.
 * @param {string} repository
 * @param {string} folder
 * @param {readonly ServicePlan[]} plans
 */
function growth(repository, folder, plans) {
  const rows = [8, 4, 2, 1].map((part) => {
    const names = plans.filter((_, index) => index % part === 0).map((plan) => plan.service);
    const { seconds, value } = time(() => walk(repository, join(folder, `part${part}`), names));
    const perPair = round2((seconds * 1000) / Math.max(value.pairs, 1));
    return {
      pairs: value.pairs,
      MB: Math.round(value.bytes / 1e6),
      seconds: round2(seconds),
      "ms / pair": perPair,
    };
  });
  console.table(rows);
}

/** @param {string} repository */
async function readPlans(repository) {
  const git = openGit(repository);
  const text = await readLogText(git, await listCommits(git, "HEAD"));
  return planHistory(parseLog(text), new Map());
}

/**
 * @param {string} repository
 * @param {string} out
 * @param {readonly string[]} names
 * @param {string[]} more
 * @returns {Walked}
 */
function walk(repository, out, names, ...more) {
  const services = names.flatMap((name) => ["--service", name]);
  const args = [CLI, "history", repository, "--out", out, "--format", "json", ...services, ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/**
 * @param {string} repository
 * @param {readonly string[][]} blobs
 */
function floor(repository, blobs) {
  const input = JSON.stringify({ repository, blobs });
  const { status, stderr } = spawnSync(process.execPath, [SELF, "--floor", "-"], { input, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

async function runFloor() {
  /** @type {Buffer[]} */
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  /** @type {{ repository: string, blobs: string[][] }} */
  const { repository, blobs } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  /** @type {string[][]} */
  const parts = Array.from({ length: THREADS }, () => []);
  for (const list of blobs.sort((a, b) => b.length - a.length)) {
    parts.sort((a, b) => a.length - b.length)[0]?.push(...list);
  }
  await Promise.all(
    parts.map(
      (part) =>
        new Promise((resolve, reject) => {
          new Worker(SELF, { workerData: { repository, blobs: part } })
            .on("exit", resolve)
            .on("error", reject);
        }),
    ),
  );
}

/** @param {{ repository: string, blobs: readonly string[] }} part */
async function parseBlobs({ repository, blobs }) {
  const child = startGit(openGit(repository), ["cat-file", "--batch"]);
  child.stdin.end(blobs.map((blob) => `${blob}\n`).join(""));
  let header = "";
  /** @type {Buffer | undefined} */
  let blob;
  let filled = 0;
  for await (let chunk of child.stdout) {
    while (chunk.length > 0) {
      if (!blob) {
        const stop = chunk.indexOf(10);
        header += chunk.toString("latin1", 0, stop === -1 ? chunk.length : stop);
        chunk = chunk.subarray(stop === -1 ? chunk.length : stop + 1);
        if (stop === -1) continue;
        const [, type, size] = header.split(" ");
        if (type === "blob") blob = Buffer.allocUnsafeSlow(Number(size) + 1);
        header = "";
        filled = 0;
        continue;
      }
      const copied = chunk.copy(blob, filled);
      filled += copied;
      chunk = chunk.subarray(copied);
      if (filled < blob.length) continue;
      tryParse(blob.toString("utf8", 0, blob.length - 1));
      blob = undefined;
    }
  }
}

/** @param {string} text */
function tryParse(text) {
  try {
    JSON.parse(text);
  } catch {
    // A model that is broken costs the floor, too.
  }
}

/**
 * @template Value
 * @param {() => Value} work
 */
function time(work) {
  const start = performance.now();
  const value = work();
  return { value, seconds: (performance.now() - start) / 1000 };
}

/** @param {readonly number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** @param {number} value */
function round2(value) {
  return Math.round(value * 100) / 100;
}
