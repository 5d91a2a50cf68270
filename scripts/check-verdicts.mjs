// Checks the `source` verdicts against TypeScript. Takes pairs of revisions of AWS models at random, generates the types
// of both sides, writes programs against the old types (values for inputs; reads and exhaustive switches on outputs) and
// compiles them against the new ones. Every operation on which findings and compiler disagree is printed.
//
//   node scripts/check-verdicts.mjs CLONE [--pairs 300] [--seed N] [--workers 2]
//     [--profile sdk]
//
// CLONE is a clone of boto/botocore, bare or not. Exits with 1 where they disagree, and where a program does not compile
// against the very types it was written for.
import process from "node:process";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { gitReason } from "../packages/cli/dist/git/explain-error.js";
import { findPairs, samplePairs } from "./check-verdicts/find-pairs.mjs";

/**
 * @import { Pair } from "./check-verdicts/find-pairs.mjs"
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: "string", default: "300" },
    seed: { type: "string" },
    workers: { type: "string", default: "2" },
    profile: { type: "string", default: "sdk" },
  },
});
const [repository] = positionals;
if (!repository) {
  console.error(
    "usage: node scripts/check-verdicts.mjs CLONE [--pairs 300] [--seed N] [--workers 2] [--profile sdk]",
  );
  process.exit(2);
}
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
const start = performance.now();
const all = await findPairs(repository).catch((error) => {
  console.error(`${repository}: ${gitReason(error)}`);
  process.exit(2);
});
const pairs = samplePairs(all, Number(values.pairs), seed);
console.log(`${pairs.length} of ${all.length} pairs, seed ${seed}`);

const CHUNK = 10;
const totals = { pairs: 0, operations: 0, programs: 0, disagreements: 0, unfair: 0 };
/** @type {Pair[][]} */
const queue = [];
for (let index = 0; index < pairs.length; index += CHUNK) queue.push(pairs.slice(index, index + CHUNK));
await Promise.all(Array.from({ length: Math.max(1, Number(values.workers)) }, runWorker));

const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.log(
  `${totals.pairs} pairs, ${totals.operations} operations, ${totals.programs} programs, ` +
    `${totals.disagreements} disagreements, ${totals.unfair} unfair, seed ${seed}, ${seconds} s`,
);
if (totals.disagreements + totals.unfair > 0) process.exitCode = 1;

function runWorker() {
  const worker = new Worker(new URL("./check-verdicts/worker.mjs", import.meta.url), {
    workerData: { repository, profile: values.profile },
  });
  return new Promise((resolve, reject) => {
    worker.on("message", ({ result, done }) => {
      if (result) report(result);
      if (done) worker.postMessage(queue.shift());
    });
    worker.on("error", reject);
    worker.on("exit", resolve);
    worker.postMessage(queue.shift());
  });
}

/** @param {ReturnType<typeof import("./check-verdicts/check-pair.mjs").comparePair> & { programs: number }} result */
function report({ pair, disagreements, unfair, operations, programs }) {
  totals.pairs++;
  totals.operations += operations;
  totals.programs += programs;
  totals.disagreements += disagreements.length;
  totals.unfair += unfair.length;
  const name = `${pair.service} ${pair.commit.slice(0, 12)}`;
  for (const found of disagreements) {
    const place = [found.operation.split("#")[1], found.direction, found.path]
      .filter((part) => part !== "")
      .join(" ");
    console.log(
      `${name} ${place}: findings say it ${found.claimed} (${found.rule}), the compiler that it ${found.compiled}`,
    );
    if (found.finding !== "") console.log(`    ${found.finding}`);
    if (found.message !== "") console.log(`    ${found.part}: ${found.message}`);
  }
  for (const { operation, path, part, message } of unfair) {
    console.log(`${name} ${operation.split("#")[1]} ${path}: unfair ${part}: ${message}`);
  }
}
