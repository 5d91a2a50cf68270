import { resolve } from "node:path";
import type { Diagnostic } from "@shapelog/diagnostics";
import { type Ledger, type ReplayResult, replay } from "@shapelog/ledger";
import type { Model, ReadResult, SourceText } from "@shapelog/model";
import type { Config, ServiceConfig } from "./config-file.js";
import { displayPath } from "./files/display-path.js";
import { listFiles } from "./files/list-files.js";
import { pathKind } from "./files/path-kind.js";
import { readText } from "./files/read-text.js";
import { readLedgerFolder } from "./inputs/read-ledger-folder.js";
import { readModelPath } from "./inputs/read-model.js";
import { failedWith, type Outcome, succeeded } from "./outcome.js";
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
  readonly replayed: ReplayResult;
  readonly changelog: SourceText;
  readonly changesets: readonly SourceText[];
}

/** Loads a service's model, ledger, changelog and pending changesets. Fails at the first that cannot be read. */
export async function loadService(
  cwd: string,
  config: Config,
  [name, service]: readonly [name: string, service: ServiceConfig],
): Promise<Outcome<LoadedService>> {
  const modelPath = resolve(config.root, service.model);
  const read = await readModelPath(cwd, modelPath, { duplicates: true });
  if (!read.ok) return read;
  const ledgerFolder = resolve(config.root, service.ledger);
  const ledger = await readLedgerFolder(cwd, name, ledgerFolder);
  if (!ledger.ok) return ledger;
  const fileOf = (revision: { readonly id: string }) =>
    displayPath(cwd, resolve(ledgerFolder, `${revision.id}.json`));
  const replayed = replay(ledger.value, { fileOf });
  const changelogPath = resolve(config.root, service.package.folder, "CHANGELOG.md");
  const changelog = await readOptional(cwd, changelogPath);
  if (!changelog.ok) return changelog;
  const changesets = await readChangesets(cwd, resolve(config.root, config.changesets));
  if (!changesets.ok) return changesets;
  const diagnostics: Diagnostic[] = [...read.diagnostics, ...ledger.diagnostics];
  return succeeded(
    {
      name,
      config: service,
      modelFile: displayPath(cwd, modelPath),
      read: read.value,
      model: withoutValidationMetadata(read.value.model),
      ledger: ledger.value,
      replayed,
      changelog: changelog.value,
      changesets: changesets.value,
    },
    diagnostics,
  );
}

async function readOptional(cwd: string, path: string): Promise<Outcome<SourceText>> {
  if ((await pathKind(path)) === "none") return succeeded({ file: displayPath(cwd, path), text: "" });
  return readText(cwd, path);
}

async function readChangesets(cwd: string, folder: string): Promise<Outcome<readonly SourceText[]>> {
  const sources: SourceText[] = [];
  for (const name of await listFiles(folder)) {
    if (!name.endsWith(".md") || name === "README.md" || name.includes("/")) continue;
    const source = await readText(cwd, resolve(folder, name));
    if (!source.ok) return failedWith(source.diagnostics);
    sources.push(source.value);
  }
  return succeeded(sources);
}
