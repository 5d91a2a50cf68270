import { resolve } from "node:path";
import { type ReplayResult, replay } from "@shapelog/ledger";
import { findConfig } from "../config.js";
import type { Config, ServiceConfig } from "../config-file.js";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath } from "../files/display-path.js";
import { readLedgerFolder } from "../inputs/read-ledger-folder.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";
import { readReleases } from "../read-releases.js";
import { indexNames, namesOfService, type PageRecord, type RecordedRevision } from "./page-record.js";

/** Opens the ledgers of the configuration that holds for a folder. Each is read when it is asked for. */
export async function openConfigRecord(cwd: string): Promise<Outcome<PageRecord>> {
  const found = await findConfig(cwd);
  if (!found.ok) return found;
  const config = found.value;
  if (config.services.size === 0)
    return failed(cliDiagnostics.create("no-services", { file: config.file }, {}));
  const ledgers = createLedgers(cwd, config);
  const readNames = async (): Promise<Outcome<readonly (readonly [string, readonly string[]])[]>> => {
    const names: [string, readonly string[]][] = [];
    for (const [name, service] of config.services) {
      const replayed = await ledgers.read(name);
      if (!replayed.ok) return replayed;
      const own = service.package ? [service.package.name] : [];
      names.push([name, [name, ...own, ...namesOfService(replayed.value.model)]]);
    }
    return succeeded(names);
  };
  return succeeded({
    shown: config.file,
    services: [...config.services.keys()],
    async findServices(name) {
      if (config.services.has(name)) return succeeded([name]);
      const names = await readNames();
      return names.ok ? succeeded(indexNames(names.value)(name)) : names;
    },
    async listNames() {
      const names = await readNames();
      return names.ok ? succeeded(names.value.flatMap(([, each]) => each)) : names;
    },
    revisions: (name) => ledgers.revisions(name),
    async step(name, id) {
      const replayed = await ledgers.read(name);
      if (!replayed.ok) return replayed;
      const step = replayed.value.steps.find(({ revision }) => revision.id === id);
      return step ? succeeded(step) : failedWith(replayed.value.diagnostics);
    },
    async steps(name, ids) {
      const replayed = await ledgers.read(name);
      if (!replayed.ok) return replayed;
      const asked = replayed.value.steps.filter(({ revision }) => ids.includes(revision.id));
      return succeeded(new Map(asked.map((step) => [step.revision.id, step])));
    },
    releases: () => [],
    packages: new Map(
      [...config.services].flatMap(([name, service]) =>
        service.package ? [[service.package.name, name]] : [],
      ),
    ),
  });
}

function createLedgers(cwd: string, config: Config) {
  const made = new Map<string, Outcome<ReplayResult>>();
  const read = async (name: string): Promise<Outcome<ReplayResult>> => {
    const known = made.get(name);
    if (known) return known;
    const replayed = await readLedger(cwd, config, name);
    made.set(name, replayed);
    return replayed;
  };
  const revisions = async (name: string): Promise<Outcome<readonly RecordedRevision[]>> => {
    const replayed = await read(name);
    const service = config.services.get(name);
    if (!replayed.ok) return replayed;
    const releases = service ? await readReleases(cwd, config, { name, service }) : succeeded([]);
    if (!releases.ok) return releases;
    return succeeded(
      replayed.value.steps.map(({ revision: { id, date, source, vendor } }, index, steps) => {
        const packages = releases.value.flatMap((release) =>
          release.revision === id ? [release.version] : [],
        );
        return {
          ...{ id, date, parent: steps[index - 1]?.revision.id ?? null },
          versions: [...(source?.version === undefined ? [] : [source.version]), ...packages],
          ...(source ? { source } : {}),
          ...(vendor?.text === undefined ? {} : { note: vendor.text }),
          ...(packages.length > 0 ? { packages } : {}),
        };
      }),
    );
  };
  return { read, revisions };
}

async function readLedger(cwd: string, config: Config, name: string): Promise<Outcome<ReplayResult>> {
  const service: ServiceConfig | undefined = config.services.get(name);
  if (!service) return failedWith([]);
  const folder = resolve(config.root, service.ledger);
  const ledger = await readLedgerFolder(cwd, name, folder);
  if (!ledger.ok) return ledger;
  const fileOf = ({ id }: { readonly id: string }) => displayPath(cwd, resolve(folder, `${id}.json`));
  const replayed = replay(ledger.value, { fileOf });
  return replayed.diagnostics.length > 0 ? failedWith(replayed.diagnostics) : succeeded(replayed);
}
