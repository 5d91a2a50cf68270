import { readBotocorePair } from "../../packages/botocore/dist/index.js";
import { openBlobs } from "../../packages/cli/dist/git/blobs.js";
import { listCommits, readLogText } from "../../packages/cli/dist/history/log-text.js";
import { parseLog, planHistory } from "../../packages/history/dist/index.js";
import { openGit } from "../open-git.mjs";
import { createRandom } from "../random.mjs";

/**
 * Two blobs between which a commit changed a model.
 * @typedef {object} Pair
 * @property {string} service
 * @property {string} commit
 * @property {string} date the commit's day, in UTC: `YYYY-MM-DD`
 * @property {string} path
 * @property {string} before
 * @property {string} after
 */

/** @typedef {ReturnType<typeof openTexts>} Texts */

/**
 * Returns every pair of blobs between which one commit changed a `service-2.json`, in the order of services and commits.
 * @param {string} repository
 * @returns {Promise<Pair[]>}
 */
export async function findPairs(repository) {
  const git = openGit(repository);
  const commits = await listCommits(git, "HEAD");
  const log = await readLogText(git, commits, { moves: "not-looked-for", files: ["*service-2.json"] });
  return planHistory(parseLog(log), new Map()).flatMap(({ service, revisions }) => {
    /** @type {Map<string, string>} */
    const blobs = new Map();
    return revisions.flatMap(({ commit, date, path, blob, from, gone }) => {
      const before = from === path && !gone ? blobs.get(path) : undefined;
      blobs.set(path, blob);
      return before === undefined || before === blob
        ? []
        : [{ service, commit, date, path, before, after: blob }];
    });
  });
}

/**
 * Returns `size` of the pairs at random, the same for the same seed.
 * @template Each
 * @param {readonly Each[]} pairs
 * @param {number} size
 * @param {number} seed
 */
export function samplePairs(pairs, size, seed) {
  const random = createRandom(seed);
  const keyed = pairs.map((pair) => ({ pair, key: random() }));
  return keyed
    .sort((a, b) => a.key - b.key)
    .slice(0, size)
    .map(({ pair }) => pair);
}

/**
 * Returns a function that reads blobs as text, and one that ends it.
 * @param {string} repository
 */
export function openTexts(repository) {
  const blobs = openBlobs(openGit(repository));
  return {
    /** @param {string} blob */
    async read(blob) {
      const bytes = await blobs.read(blob);
      if (!bytes) throw new Error(`the clone lacks the blob ${blob}`);
      return bytes.toString("utf8");
    },
    close: () => blobs.close(),
  };
}

/**
 * Reads both models of a pair, as they are read to be compared.
 * @param {Pair} pair
 * @param {Texts} texts
 */
export async function readModels({ path, before, after }, texts) {
  const [old, now] = [await texts.read(before), await texts.read(after)];
  const read = readBotocorePair({ before: { file: path, text: old }, after: { file: path, text: now } });
  return { before: read.before.model, after: read.after.model };
}
