import { runGit, runGitBytes } from "../../packages/cli/dist/git/start-git.js";
import { openGit } from "../open-git.mjs";

/**
 * A model of a service as a file has it.
 * @typedef {object} FoundModel
 * @property {string} name What the service's folder is called.
 * @property {() => Promise<Buffer>} read
 */

/** What the models of a repository are called: botocore's newest one of each service, api-models-aws's by its folders. */
const LAYOUTS = [
  /^botocore\/data\/(?<name>[^/]+)\/[^/]+\/service-2\.json$/,
  /^models\/(?<name>[^/]+)\/service\/[^/]+\/[^/]+\.json$/,
  /^(?<name>[^/.]+)\/service\/[^/]+\/[^/]+\.json$/,
];

/**
 * Returns the newest model of each service in a repository, sorted by name. Of files that a clone lists and does not have
 * (a partial clone, a mirror without its largest files) it says so.
 * @param {string} clone
 * @param {readonly string[]} services Those that are wanted; all where there are none.
 * @returns {Promise<FoundModel[]>}
 */
export async function findModels(clone, services) {
  const git = openGit(clone);
  const files = await listFiles(git);
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const file of files) {
    const name = LAYOUTS.map((layout) => layout.exec(file)?.groups?.name).find(Boolean);
    if (name !== undefined && (services.length === 0 || services.includes(name))) found.set(name, file);
  }
  if (found.size === 0) throw new Error(`${clone} has no models that are known`);
  return [...found].map(([name, file]) => ({
    name,
    read: () => runGitBytes(git, ["cat-file", "blob", `HEAD:${file}`]),
  }));
}

/**
 * Returns the paths of the files that a repository has, sorted.
 * @param {ReturnType<typeof openGit>} git
 */
async function listFiles(git) {
  const rows = (await runGit(git, ["ls-tree", "-r", "-l", "HEAD"])).split("\n").filter((row) => row !== "");
  const files = rows.map((row) => {
    const [about = "", path = ""] = row.split("\t");
    return { path, isThere: !about.endsWith("BAD") };
  });
  for (const { path, isThere } of files) if (!isThere) console.error(`not in the clone: ${path}`);
  return files
    .filter(({ isThere }) => isThere)
    .map(({ path }) => path)
    .sort();
}
