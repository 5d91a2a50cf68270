import { resolve } from "node:path";
import { findConfig, selectServices } from "../config.js";
import { pathKind } from "../files/path-kind.js";
import { listModelFiles } from "../inputs/list-model-files.js";

/**
 * Returns the absolute paths of all that packages and a site are made of: the configuration, the models and ledgers of its
 * services, and the folder of guides. `undefined` where the configuration cannot be read.
 */
export async function listBuildInputs(
  cwd: string,
  service: string | undefined,
): Promise<readonly string[] | undefined> {
  const config = await findConfig(cwd);
  if (!config.ok) return undefined;
  const { root, file } = config.value;
  const selected = selectServices(config.value, service);
  const inputs = new Set([resolve(cwd, file)]);
  const { guides } = config.value.site;
  if (guides) inputs.add(resolve(root, guides.folder));
  for (const [, { model, ledger }] of selected.ok ? selected.value : []) {
    const path = resolve(root, model);
    for (const input of [path, resolve(root, ledger), ...(await listParts(cwd, path))]) inputs.add(input);
  }
  return [...inputs];
}

/** A folder's model may be made of files that are elsewhere. */
async function listParts(cwd: string, model: string): Promise<readonly string[]> {
  if ((await pathKind(model)) !== "folder") return [];
  const listed = await listModelFiles(cwd, model);
  if (!listed.ok || listed.value.kind === "file") return [];
  return listed.value.files.map(({ path }) => path);
}
