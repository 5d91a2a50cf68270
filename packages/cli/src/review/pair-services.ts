import type { Diagnostic } from "@shapelog/diagnostics";
import { parseConfig } from "../config.js";
import { CONFIG_FILE, type Config, type ServiceConfig } from "../config-file.js";
import { type Commit, fromTop, hasPath, readCommitFile } from "./commit-files.js";

/** A service of the configuration, before, now, or both. */
export interface ServicePair {
  readonly name: string;
  /** The name that it had, where that is another one. */
  readonly formerName?: string;
  /** Where its model was, from the repository's top. Absent where it is new. */
  readonly before?: string;
  /** As it is now. Absent where it is no more. */
  readonly after?: ServiceConfig;
}

/** The services of both sides, those of now first, and what kept the older configuration from being read. */
export interface PairedServices {
  readonly pairs: readonly ServicePair[];
  readonly problems: readonly Diagnostic[];
}

export interface PairOptions {
  readonly config: Config;
  /** Its folder from the repository's top, with a slash at its end; empty for the top. */
  readonly folder: string;
  /** The services that are looked at. */
  readonly selected: readonly (readonly [string, ServiceConfig])[];
  /** Whether these are all, so that those that are no more are told of. */
  readonly isWhole: boolean;
}

/**
 * Returns the services of the configuration with where the commit has their models, by the configuration that it has
 * itself. One with another name and the same model is the same.
 */
export async function pairServices(
  commit: Commit,
  { config, folder, selected, isWhole }: PairOptions,
): Promise<PairedServices> {
  const found = await readBefore(commit, folder, config);
  const left = new Map(found.models);
  const names = new Map<string, string>();
  for (const name of config.services.keys()) if (left.delete(name)) names.set(name, name);
  // What has another name now; one model may be that of several services.
  for (const [name, { model }] of config.services) {
    const former = [...left].find(([, path]) => path === fromTop(folder, model))?.[0];
    if (names.has(name) || former === undefined) continue;
    names.set(name, former);
    left.delete(former);
  }
  const pairs: ServicePair[] = [];
  for (const [name, after] of selected) {
    const former = names.get(name);
    const before = former === undefined ? undefined : found.models.get(former);
    const isThere = before !== undefined && (await hasPath(commit, before));
    pairs.push({
      name,
      after,
      ...(isThere ? { before } : {}),
      ...(isThere && former !== undefined && former !== name ? { formerName: former } : {}),
    });
  }
  if (isWhole) for (const [name, before] of left) pairs.push({ name, before });
  return { pairs, problems: found.problems };
}

interface Before {
  /** Where each service's model was, by its name. */
  readonly models: ReadonlyMap<string, string>;
  readonly problems: readonly Diagnostic[];
}

/** Where there is no older configuration, or it cannot be read, models are looked for where they are now. */
async function readBefore(commit: Commit, folder: string, config: Config): Promise<Before> {
  const place = await findConfigFolder(commit, folder);
  if (place === undefined) return { models: listModels(config, folder), problems: [] };
  const source = await readCommitFile(commit, `${place}${CONFIG_FILE}`);
  const read = source.ok ? await parseConfig(source.value, place) : source;
  return read.ok
    ? { models: listModels(read.value, place), problems: [] }
    : { models: listModels(config, folder), problems: read.diagnostics };
}

function listModels({ services }: Config, folder: string): ReadonlyMap<string, string> {
  return new Map([...services].map(([name, { model }]) => [name, fromTop(folder, model)]));
}

/** Returns the folder, with a slash at its end, that has the configuration: this one, or the nearest above. */
async function findConfigFolder(commit: Commit, folder: string): Promise<string | undefined> {
  for (let each = folder; ; each = each.replace(/[^/]+\/$/, "")) {
    if (await hasPath(commit, `${each}${CONFIG_FILE}`)) return each;
    if (each === "") return undefined;
  }
}
