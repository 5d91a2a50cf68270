import { execFileSync } from "node:child_process";
import { dirname, resolve } from "node:path";
import { readBotocorePair } from "../../packages/botocore/dist/index.js";
import { compareModels } from "../../packages/diff/dist/index.js";

/**
 * @import { Comparison } from "@shapelog/diff"
 * @import { Pair, Texts } from "../check-verdicts/find-pairs.mjs"
 *
 * A pair of revisions: the raw files, and what is said of their differences.
 * @typedef {object} BothSides
 * @property {Pair} pair
 * @property {{ readonly before: string, readonly after: string }} raw
 * @property {Comparison} comparison
 */

/**
 * Reads both sides of a pair with the paginators that stand beside them.
 * @param {string} repository
 * @param {Pair} pair
 * @param {Texts} texts
 * @returns {Promise<BothSides>}
 */
export async function readBothSides(repository, pair, texts) {
  const raw = { before: await texts.read(pair.before), after: await texts.read(pair.after) };
  const source = (/** @type {"before" | "after"} */ name, /** @type {string} */ commit) => {
    const text = readFile(repository, `${commit}:${dirname(pair.path)}/paginators-1.json`);
    const beside = text === undefined ? {} : { paginators: { file: "paginators-1.json", text } };
    return { file: pair.path, text: raw[name], beside };
  };
  const read = readBotocorePair({
    before: source("before", `${pair.commit}^`),
    after: source("after", pair.commit),
  });
  const comparison = compareModels(
    { label: `${pair.commit}^:${pair.path}`, model: read.before.model },
    { label: `${pair.commit}:${pair.path}`, model: read.after.model },
  );
  return { pair, raw, comparison };
}

/**
 * @param {string} repository
 * @param {string} object
 */
function readFile(repository, object) {
  try {
    return execFileSync("git", ["-C", resolve(repository), "show", object], {
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return undefined;
  }
}
