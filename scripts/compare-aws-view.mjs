// Prints the `aws` delta of revisions of AWS models in a git directory, one JSON line each: commit, path, blobs, delta.
// With other code's deltas of the same blobs beside them, both can be compared line by line.
//
//   node scripts/compare-aws-view.mjs GIT_DIR [--sample N] [--seed S] [--path PREFIX]
import { spawn, spawnSync } from "node:child_process";
import process from "node:process";
import { parseArgs } from "node:util";
import { readBotocore } from "../packages/botocore/dist/index.js";
import { createAwsDelta, printAwsJson } from "../packages/diff/dist/index.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: "string" },
    seed: { type: "string", default: "1" },
    path: { type: "string", default: "botocore/data" },
  },
});
const [gitDir] = positionals;
if (!gitDir) {
  console.error("usage: node scripts/compare-aws-view.mjs GIT_DIR [--sample N] [--seed S] [--path PREFIX]");
  process.exit(2);
}

/** Returns every revision that changed a `service-2.json`, newest first. */
function findPairs(prefix) {
  const format = ["--raw", "--no-abbrev", "--no-merges", "--no-renames", "--diff-filter=M", "--format=%H"];
  const { stdout } = spawnSync(
    "git",
    ["--git-dir", gitDir, "log", ...format, "--", `${prefix}*service-2.json`],
    { encoding: "utf8", maxBuffer: 1 << 30 },
  );
  const pairs = [];
  let commit = "";
  for (const line of stdout.split("\n")) {
    if (!line.startsWith(":")) commit = line || commit;
    else {
      const [, , before, after, rest] = line.split(" ");
      pairs.push({ commit, path: rest.split("\t")[1], before, after });
    }
  }
  return pairs;
}

/** Returns `size` of the pairs, the same for the same seed, in their order. */
function sample(pairs, size, seed) {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const keyed = pairs.map((pair, index) => ({ pair, index, key: random() }));
  const chosen = keyed.sort((a, b) => a.key - b.key).slice(0, size);
  return chosen.sort((a, b) => a.index - b.index).map(({ pair }) => pair);
}

/** Returns a function that reads blobs, one after the other, from one process. */
function createReadBlob() {
  const git = spawn("git", ["--git-dir", gitDir, "cat-file", "--batch"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const chunks = git.stdout[Symbol.asyncIterator]();
  let rest = Buffer.alloc(0);
  const fill = async () => {
    const { value, done } = await chunks.next();
    if (done) throw new Error("git ended");
    return value;
  };
  const read = async (id) => {
    git.stdin.write(`${id}\n`);
    while (rest.indexOf(10) === -1) rest = Buffer.concat([rest, await fill()]);
    const end = rest.indexOf(10);
    const [, kind, size] = rest.subarray(0, end).toString().split(" ");
    const parts = [rest.subarray(end + 1)];
    if (kind !== "blob") {
      rest = parts[0];
      return undefined;
    }
    let length = parts[0].length;
    while (length < Number(size) + 1) {
      const chunk = await fill();
      parts.push(chunk);
      length += chunk.length;
    }
    const all = Buffer.concat(parts);
    rest = all.subarray(Number(size) + 1);
    return all.subarray(0, Number(size)).toString();
  };
  return { read, close: () => git.stdin.end() };
}

const all = findPairs(values.path);
const pairs = values.sample ? sample(all, Number(values.sample), Number(values.seed)) : all;
console.error(
  `${pairs.length} of ${all.length} pairs${values.sample ? `, --sample ${values.sample} --seed ${values.seed}` : ""}`,
);
const blobs = createReadBlob();
const total = { read: 0, delta: 0, crashes: 0, cut: 0 };
for (const { commit, path, before, after } of pairs) {
  const texts = [await blobs.read(before), await blobs.read(after)];
  if (texts.includes(undefined)) continue;
  const start = performance.now();
  const [from, to] = texts.map((text) => readBotocore({ file: path, text }).model);
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
