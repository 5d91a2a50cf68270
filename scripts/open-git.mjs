import { resolve } from "node:path";
import { openRepository } from "../packages/cli/dist/git/repository.js";

/**
 * Returns the repository of a folder, for the functions that start git. Throws where git is not to be started.
 * @param {string} folder
 */
export function openGit(folder) {
  const repository = openRepository(resolve(folder), folder);
  if (!repository.ok) throw new Error(repository.diagnostics[0]?.message);
  return repository.value;
}
