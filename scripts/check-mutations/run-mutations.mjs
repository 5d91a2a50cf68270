import { createRandom } from "../random.mjs";
import { chooseEvenly } from "./choose.mjs";
import { listHarmless } from "./harmless.mjs";
import { GENERATORS } from "./kinds/index.mjs";
import { SERVICES } from "./models.mjs";
import { findSurvival } from "./mutation.mjs";
import { createRepository } from "./repository.mjs";

/**
 * Makes one edit at a time in a repository of three services, and asks `check` of each.
 *
 * @param {{ seed: number, mutations: number, harmless: number, only?: string | undefined }} options
 */
export async function runMutations({ seed, mutations, harmless, only }) {
  const workspace = await createRepository();
  try {
    const random = createRandom(seed);
    const all = SERVICES.flatMap(({ name }) =>
      GENERATORS.flatMap((generate) => generate(workspace, name, random)),
    ).filter(({ kind }) => only === undefined || kind.startsWith(only));
    const chosen = chooseEvenly(all, { count: mutations, random });
    const known = await runAll(workspace, chosen, findSurvival);
    const edits = chooseEvenly(listHarmless(workspace, random), { count: harmless, random });
    const quiet = await runAll(workspace, edits, (_, found) => findComplaint(found));
    return { listed: all.length, mutations: known, harmless: quiet };
  } finally {
    workspace.remove();
  }
}

/** @typedef {import("./workspace.mjs").Workspace} Workspace */
/** @typedef {Awaited<ReturnType<Workspace["check"]>>} Found */

/**
 * @template {import("./mutation.mjs").Edit} T
 * @param {Workspace} workspace
 * @param {readonly T[]} edits
 * @param {(edit: T, found: Found) => string | undefined} judge
 * @returns {Promise<readonly { edit: T, problem: string | undefined }[]>}
 */
async function runAll(workspace, edits, judge) {
  const results = [];
  const putBack = workspace.freeze();
  for (const edit of edits) {
    const before = new Map([...edit.edits.keys()].map((path) => [path, readOrNothing(workspace, path)]));
    for (const [path, text] of edit.edits) workspace.write(path, text);
    const problem = judge(edit, await workspace.check());
    for (const [path, text] of before) workspace.write(path, text);
    putBack();
    results.push({ edit, problem });
  }
  return results;
}

/** @param {Workspace} workspace @param {string} path */
function readOrNothing(workspace, path) {
  try {
    return workspace.read(path);
  } catch {
    return undefined;
  }
}

/** @param {Found} found */
function findComplaint({ exit, diagnostics }) {
  const error = diagnostics.find(({ severity }) => severity === "error");
  if (error)
    return `${error.code} at ${error.location?.file}:${error.location?.line}: ${error.message.slice(0, 200)}`;
  return exit === 0 ? undefined : `check ends with ${exit}`;
}
