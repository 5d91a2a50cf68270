import { resolve } from "node:path";
import type { Diagnostic } from "@shapelog/diagnostics";
import type { Ledger, ReplayResult } from "@shapelog/ledger";
import type { Model, ReadResult, SourceText } from "@shapelog/model";
import type { Config, ServiceConfig } from "./config-file.js";
import { describeConflict } from "./files/describe-conflict.js";
import { displayPath } from "./files/display-path.js";
import { findConflict } from "./files/find-conflict.js";
import { listFiles } from "./files/list-files.js";
import { pathKind } from "./files/path-kind.js";
import { readText } from "./files/read-text.js";
import { readLedgerFolder } from "./inputs/read-ledger-folder.js";
import { readModelPath } from "./inputs/read-model.js";
import { orderLedger } from "./order-ledger.js";
import { failed, failedWith, type Outcome, succeeded } from "./outcome.js";
import { withoutValidationMetadata } from "./validation-metadata.js";

/** A service of the configuration with everything the commands need of it. */
export interface LoadedService {
  readonly name: string;
  readonly config: ServiceConfig;
  /** The model's file as shown to people. */
  readonly modelFile: string;
  readonly read: ReadResult;
  /** What is recorded and built: the model without what its metadata says to validators. */
  readonly model: Model;
  readonly ledger: Ledger;
  /** Returns the file of a revision as shown to people. */
  readonly fileOf: (revision: { readonly id: string }) => string;
  readonly replayed: ReplayResult;
  /** Where branches have to be put behind each other: why the one that stays is the one. */
  readonly why?: string;
  readonly changelog: SourceText;
  readonly changesets: readonly SourceText[];
}

/** A service to load. */
export interface NamedService {
  readonly name: string;
  readonly service: ServiceConfig;
  /** The name that its ledger has, where that is another one. */
  readonly ledgerName?: string;
  /** A revision whose branch the others are to be put behind. Default: as {@link orderLedger} says. */
  readonly onto?: string;
}

/** Loads a service's model, ledger, changelog and pending changesets. Fails at the first that cannot be read. */
export async function loadService(
  cwd: string,
  config: Config,
  named: NamedService,
): Promise<Outcome<LoadedService>> {
  const { name, service, ledgerName = name, onto } = named;
  const modelPath = resolve(config.root, service.model);
  const read = await readModelPath(cwd, modelPath, { duplicates: true });
  if (!read.ok) return read;
  const folder = resolve(config.root, service.ledger);
  const ledger = await readLedgerFolder(cwd, ledgerName, folder);
  if (!ledger.ok) return ledger;
  const fileOf = (revision: { readonly id: string }) =>
    displayPath(cwd, resolve(folder, `${revision.id}.json`));
  const prose = await readServiceProse(cwd, config, service);
  if (!prose.ok) return prose;
  const { changelog, changesets } = prose.value;
  const order = { folder, fileOf, changelog, ...(onto === undefined ? {} : { onto }) };
  const ordered = await orderLedger(ledger.value, order);
  if (!ordered.ok) return ordered;
  const diagnostics: Diagnostic[] = [...read.diagnostics, ...ledger.diagnostics];
  return succeeded(
    {
      name,
      config: service,
      modelFile: displayPath(cwd, modelPath),
      read: read.value,
      model: withoutValidationMetadata(read.value.model),
      ...ordered.value,
      fileOf,
      changelog,
      changesets,
    },
    diagnostics,
  );
}

/** What tells users of a service's revisions. */
export type ServiceProse = Pick<LoadedService, "changelog" | "changesets">;

/** Reads a service's changelog and the pending changesets. Without a package there is neither. */
export async function readServiceProse(
  cwd: string,
  config: Config,
  service: ServiceConfig,
): Promise<Outcome<ServiceProse>> {
  const changelog = await readChangelog(cwd, config, service);
  if (!changelog.ok) return changelog;
  const changesets = service.package
    ? await readChangesets(cwd, resolve(config.root, config.changesets))
    : succeeded([]);
  if (!changesets.ok) return changesets;
  return succeeded({ changelog: changelog.value, changesets: changesets.value });
}

async function readChangelog(
  cwd: string,
  { root }: Config,
  { package: its }: ServiceConfig,
): Promise<Outcome<SourceText>> {
  if (!its) return succeeded({ file: "", text: "" });
  const path = resolve(root, its.folder, "CHANGELOG.md");
  if ((await pathKind(path)) === "none") return succeeded({ file: displayPath(cwd, path), text: "" });
  return readProse(cwd, path);
}

/** Reads Markdown in which the facts of revisions stand. */
async function readProse(cwd: string, path: string): Promise<Outcome<SourceText>> {
  const source = await readText(cwd, path);
  if (!source.ok) return source;
  const { file, text } = source.value;
  const conflict = findConflict(text);
  const fix = "Settle it as prose; then have the facts put right with: npx shapelog record --changeset-only";
  return conflict ? failed(describeConflict(file, conflict, fix)) : source;
}

async function readChangesets(cwd: string, folder: string): Promise<Outcome<readonly SourceText[]>> {
  const sources: SourceText[] = [];
  for (const name of await listFiles(folder)) {
    if (!name.endsWith(".md") || name === "README.md" || name.includes("/")) continue;
    const source = await readProse(cwd, resolve(folder, name));
    if (!source.ok) return failedWith(source.diagnostics);
    sources.push(source.value);
  }
  return succeeded(sources);
}
