import { resolve } from "node:path";
import type { Diagnostic } from "@shapelog/diagnostics";
import { findModelAt } from "@shapelog/ledger";
import type { Model } from "@shapelog/model";
import { findConfig, selectServices } from "../config.js";
import type { Config, ServiceConfig } from "../config-file.js";
import { cliDiagnostics } from "../diagnostics.js";
import { describeWrite } from "../files/describe-write.js";
import { lockFolder } from "../files/lock-folder.js";
import type { WriteReport } from "../files/write-files.js";
import { writeOwnFiles } from "../files/write-own-files.js";
import { type LoadedService, loadService } from "../load-service.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";
import { ownPackageText } from "../package-manifest.js";
import { type BuildPlan, planBuild } from "../plan-build.js";
import { type Progress, startProgress } from "../progress.js";
import { refuseFolder } from "../refuse-folder.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { listBuildInputs } from "../watch/list-build-inputs.js";
import { isRepairable, type Repeated, watchAndRepeat } from "../watch/watch-and-repeat.js";
import { refuse, report } from "./context.js";
import { reportGrouped } from "./report-grouped.js";

export interface BuildOptions {
  readonly service?: string;
  /** Build from the ledger's model of this day instead of the model file. */
  readonly at?: string;
  /** Write the package here instead of its configured folder. Needs a single service. */
  readonly out?: string;
  /** Files and folders to be replaced whoever wrote them. */
  readonly replace?: readonly string[];
  /** Whether to build again after changes of the models, until the person stops. */
  readonly watch: boolean;
  /** Whether each of many warnings of one kind is told of. */
  readonly verbose: boolean;
}

/**
 * `shapelog build`: makes the packages of the configured services and writes what differs. A service whose package cannot
 * be made does not keep the others from it. With `watch` they are made again after changes, until the person stops.
 */
export async function build(terminal: Terminal, options: BuildOptions): Promise<ExitCode> {
  if (!options.watch) return (await buildAll(terminal, options)).exit;
  return watchAndRepeat(terminal, {
    list: () => listBuildInputs(terminal.cwd, options.service),
    run: () => buildAll(terminal, options),
  });
}

async function buildAll(terminal: Terminal, options: BuildOptions): Promise<Repeated> {
  const work = await findWork(terminal, options);
  if (!work.ok)
    return { exit: refuse(terminal, work.diagnostics), isRepairable: isRepairable(work.diagnostics) };
  const progress = startProgress(terminal);
  let exit: ExitCode = EXIT.ok;
  let canRepeat = true;
  for (const each of work.value.services) {
    const found = await buildOne(terminal, each, { options, config: work.value.config, progress });
    progress.end();
    if (found.length === 0) continue;
    exit = refuse(terminal, found);
    canRepeat &&= isRepairable(found);
  }
  return { exit, isRepairable: canRepeat };
}

/** A service to be built, and where to. */
interface ToBuild {
  readonly name: string;
  readonly service: ServiceConfig;
  readonly folder: string;
}

interface Work {
  readonly config: Config;
  readonly services: readonly ToBuild[];
}

async function findWork(terminal: Terminal, options: BuildOptions): Promise<Outcome<Work>> {
  const config = await findConfig(terminal.cwd);
  if (!config.ok) return config;
  const selected = selectServices(config.value, options.service);
  if (!selected.ok) return selected;
  if (options.out !== undefined && selected.value.length > 1) {
    return failed(
      cliDiagnostics.create("which-service", undefined, { known: [...config.value.services.keys()] }),
    );
  }
  const services: ToBuild[] = [];
  const without: Diagnostic[] = [];
  for (const [name, service] of selected.value) {
    if (!service.package) {
      without.push(cliDiagnostics.create("no-package", { file: config.value.file }, { service: name }));
      continue;
    }
    const folder =
      options.out === undefined
        ? resolve(config.value.root, service.package.folder)
        : resolve(terminal.cwd, options.out);
    const place = { folder, service: name, isNamed: options.out !== undefined };
    const problem = refuseFolder(terminal.cwd, config.value, place);
    if (problem) return failed(problem);
    services.push({ name, service, folder });
  }
  const isRefused = without.length > 0 && (options.service !== undefined || services.length === 0);
  return isRefused ? failedWith(without) : succeeded({ config: config.value, services });
}

interface BuildOneOptions {
  readonly options: BuildOptions;
  readonly config: Config;
  readonly progress: Progress;
}

/** Makes one package and says so. Returns what kept it from being made, nothing where it was. */
async function buildOne(
  terminal: Terminal,
  { name, service, folder }: ToBuild,
  { options, config, progress }: BuildOneOptions,
): Promise<readonly Diagnostic[]> {
  progress.step(`${name}: reading`);
  const loaded = await loadService(terminal.cwd, config, { name, service });
  if (!loaded.ok) return loaded.diagnostics;
  const model = modelToBuild(loaded.value, options.at);
  if (!model.ok) return model.diagnostics;
  const plan = await planBuild(loaded.value, { config, folder, model: model.value, progress });
  progress.end();
  if (!plan.ok) return plan.diagnostics;
  const all = `npx shapelog build --verbose --service ${name}`;
  reportGrouped(terminal, plan.diagnostics, { verbose: options.verbose, all });
  const written = await writePackage(terminal, plan.value, options);
  if (!written.ok) return written.diagnostics;
  report(terminal, written.diagnostics);
  for (const each of describeWrite(terminal.cwd, plan.value.folder, written.value)) terminal.out(each);
  return [];
}

async function writePackage(
  { cwd }: Terminal,
  { folder, files, first }: BuildPlan,
  { replace = [] }: BuildOptions,
): Promise<Outcome<WriteReport>> {
  const lock = await lockFolder({ cwd, folder });
  if (!lock.ok) return lock;
  try {
    const written = writeOwnFiles({ cwd, lock: lock.value, files, first, replace, ownText: ownPackageText });
    return { ...written, diagnostics: [...lock.diagnostics, ...written.diagnostics] };
  } finally {
    lock.value.release();
  }
}

function modelToBuild(service: LoadedService, at: string | undefined): Outcome<Model> {
  if (at === undefined) return succeeded(service.model);
  const { model, revision, diagnostics } = findModelAt(service.ledger, at);
  return revision && diagnostics.length === 0 ? succeeded(model) : failedWith(diagnostics);
}
