// Prints the `aws` delta of revisions of AWS models in a git directory, one JSON line each: commit, path, blobs, delta.
// With other code's deltas of the same blobs beside them, both can be compared line by line.
//
//   node scripts/compare-aws-view.mjs GIT_DIR [--sample N] [--seed S] [--path PREFIX]
import process from "node:process";
import { parseArgs } from "node:util";
import { readBotocorePair } from "../packages/botocore/dist/index.js";
import { openBlobs } from "../packages/cli/dist/git/blobs.js";
import { runGit } from "../packages/cli/dist/git/start-git.js";
import { createAwsDelta, printAwsJson } from "../packages/diff/dist/aws/index.js";
import { samplePairs } from "./check-verdicts/find-pairs.mjs";
import { openGit } from "./open-git.mjs";

/** @import { Pair } from "./check-verdicts/find-pairs.mjs" */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: "string" },
    seed: { type: "string", default: "1" },
    path: { type: "string", default: "botocore/data" },
  },
});
const [gitDir = ""] = positionals;
if (!gitDir) {
  console.error("usage: node scripts/compare-aws-view.mjs GIT_DIR [--sample N] [--seed S] [--path PREFIX]");
  process.exit(2);
}

const repository = openGit(gitDir);

/** @typedef {Omit<Pair, "service" | "date">} Revision */

/**
 * Returns every revision that changed a `service-2.json`, newest first.
 * @param {string} prefix
 */
async function findPairs(prefix) {
  const files = `${prefix}*service-2.json`;
  const commits = await runGit(repository, ["rev-list", "--no-merges", "HEAD", "--", files]);
  const format = ["-r", "--root", "--raw", "--no-abbrev", "--no-renames", "--diff-filter=M", "--format=%H"];
  const stdout = await runGit(repository, ["diff-tree", "--stdin", ...format, "--", files], commits);
  /** @type {Revision[]} */
  const pairs = [];
  let commit = "";
  for (const line of stdout.split("\n")) {
    if (!line.startsWith(":")) commit = line || commit;
    else {
      const [, , before = "", after = "", rest = ""] = line.split(" ");
      pairs.push({ commit, path: rest.split("\t")[1] ?? "", before, after });
    }
  }
  return pairs;
}

/**
 * Returns `size` of the pairs, the same for the same seed, in their order.
 * @param {readonly Revision[]} pairs
 * @param {number} size
 * @param {number} seed
 */
function sample(pairs, size, seed) {
  const chosen = new Set(samplePairs(pairs, size, seed));
  return pairs.filter((pair) => chosen.has(pair));
}

const all = await findPairs(values.path);
const pairs = values.sample ? sample(all, Number(values.sample), Number(values.seed)) : all;
console.error(
  `${pairs.length} of ${all.length} pairs${values.sample ? `, --sample ${values.sample} --seed ${values.seed}` : ""}`,
);
const blobs = openBlobs(repository);
const total = { read: 0, delta: 0, crashes: 0, cut: 0 };
for (const { commit, path, before, after } of pairs) {
  const [old, now] = await Promise.all([blobs.read(before), blobs.read(after)]);
  if (!old || !now) continue;
  const [oldText, newText] = [old.toString("utf8"), now.toString("utf8")];
  const start = performance.now();
  const sides = { before: { file: path, text: oldText }, after: { file: path, text: newText } };
  const read = readBotocorePair(sides);
  const [from, to] = [read.before.model, read.after.model];
  const parsed = performance.now();
  let printed = "null";
  try {
    const delta = createAwsDelta(from, to);
    if (!delta.complete) total.cut++;
    printed = printAwsJson(delta).trimEnd();
  } catch (error) {
    total.crashes++;
    console.error(commit, path, error);
  }
  total.read += parsed - start;
  total.delta += performance.now() - parsed;
  const facts = JSON.stringify({ commit, path, before, after, ms: performance.now() - parsed }).slice(0, -1);
  process.stdout.write(`${facts},"delta":${printed}}\n`);
}
blobs.close();
console.error(
  `read ${total.read.toFixed(0)} ms, delta ${total.delta.toFixed(0)} ms, crashes ${total.crashes}, cut ${total.cut}`,
);
