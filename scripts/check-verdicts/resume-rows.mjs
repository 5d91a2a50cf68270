import { appendFileSync, existsSync, readFileSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import { gitReason } from "../../packages/cli/dist/git/explain-error.js";
import { findPairs, openTexts, samplePairs } from "./find-pairs.mjs";

/** @import { Pair } from "./find-pairs.mjs" */

/**
 * What a check makes of pairs, a row for each.
 * @template {Pick<Pair, "path" | "before" | "after">} Row
 * @typedef {object} Check
 * @property {string} usage
 * @property {string} [pairs] How many pairs are taken. Default: all.
 * @property {number} atOnce How many pairs are given to `make` together.
 * @property {(pairs: readonly Pair[], texts: ReturnType<typeof openTexts>, seed: number) => Promise<readonly Row[]>} make
 * @property {(row: Row) => void} report Prints what is to be known of a row that was made.
 */

/**
 * Returns the rows that the command line asks for: those of files, or of pairs of revisions, of which those that stand in
 * the file of an earlier run are not made again. `isSummary` says that they were read alone.
 * @template {Pick<Pair, "path" | "before" | "after">} Row
 * @param {Check<Row>} check
 * @returns {Promise<{ rows: readonly Row[], isSummary: boolean }>}
 */
export async function resumeRows(check) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      pairs: { type: "string", ...(check.pairs === undefined ? {} : { default: check.pairs }) },
      seed: { type: "string" },
      shard: { type: "string", default: "1/1" },
      out: { type: "string" },
      summary: { type: "boolean", default: false },
    },
  });
  const [shard = 1, shards = 1] = values.shard.split("/").map(Number);
  const [repository] = positionals;
  if (repository === undefined || !(shard >= 1 && shard <= shards)) {
    console.error(check.usage);
    process.exit(2);
  }
  if (values.summary) return { rows: positionals.flatMap(readRows), isSummary: true };
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
  const all = await findPairs(repository).catch((error) => {
    console.error(`${repository}: ${gitReason(error)}`);
    process.exit(2);
  });
  const chosen = values.pairs === undefined ? all : samplePairs(all, Number(values.pairs), seed);
  const own = chosen.filter((_, index) => index % shards === shard - 1);
  console.log(`${own.length} of ${all.length} pairs, seed ${seed}, shard ${shard}/${shards}`);
  const known = values.out !== undefined && existsSync(values.out) ? readRows(values.out) : [];
  const done = new Map(known.map((row) => [keyOf(row), row]));
  const left = own.filter((pair) => !done.has(keyOf(pair)));
  const texts = openTexts(repository);
  const start = performance.now();
  for (let index = 0; index < left.length; index += check.atOnce) {
    const made = await check.make(left.slice(index, index + check.atOnce), texts, seed);
    for (const row of made) {
      done.set(keyOf(row), row);
      check.report(row);
    }
    if (values.out !== undefined)
      appendFileSync(values.out, made.map((row) => `${JSON.stringify(row)}\n`).join(""));
  }
  texts.close();
  const seconds = (performance.now() - start) / 1000;
  if (left.length > 0) console.log(`${seconds.toFixed(0)} s, ${(seconds / left.length).toFixed(2)} s a pair`);
  return { rows: own.flatMap((pair) => done.get(keyOf(pair)) ?? []), isSummary: false };
}

/** @param {Pick<Pair, "path" | "before" | "after">} pair */
function keyOf({ path, before, after }) {
  return `${path} ${before} ${after}`;
}

/**
 * Returns the rows of a file. A row that was being written when a run ended is left out.
 * @param {string} file
 */
function readRows(file) {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      try {
        return line === "" ? [] : [JSON.parse(line)];
      } catch {
        return [];
      }
    });
}
