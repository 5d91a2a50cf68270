import { resolve } from "node:path";
import { findModelAt } from "@shapelog/ledger";
import type { Model } from "@shapelog/model";
import { findConfig, selectServices } from "../config.js";
import { cliDiagnostics } from "../diagnostics.js";
import { describeWrite } from "../files/describe-write.js";
import { lockFolder } from "../files/lock-folder.js";
import type { WriteReport } from "../files/write-files.js";
import { writeOwnFiles } from "../files/write-own-files.js";
import { type LoadedService, loadService } from "../load-service.js";
import { failedWith, type Outcome, succeeded } from "../outcome.js";
import { type BuildPlan, ownPackageText, planBuild } from "../plan-build.js";
import { startProgress } from "../progress.js";
import { refuseFolder } from "../refuse-folder.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { refuse, report } from "./context.js";

export interface BuildOptions {
  readonly service?: string;
  /** Build from the ledger's model of this day instead of the model file. */
  readonly at?: string;
  /** Write the package here instead of its configured folder. Needs a single service. */
  readonly out?: string;
  /** Files and folders to be replaced whoever wrote them. */
  readonly replace?: readonly string[];
}

/** `shapelog build`: makes the packages of the configured services and writes what differs. */
export async function build(terminal: Terminal, options: BuildOptions): Promise<ExitCode> {
  const config = await findConfig(terminal.cwd);
  if (!config.ok) return refuse(terminal, config.diagnostics);
  const selected = selectServices(config.value, options.service);
  if (!selected.ok) return refuse(terminal, selected.diagnostics);
  if (options.out !== undefined && selected.value.length > 1) {
    return refuse(terminal, [
      cliDiagnostics.create("which-service", undefined, { known: [...config.value.services.keys()] }),
    ]);
  }
  const folders = new Map<string, string>();
  for (const [name, service] of selected.value) {
    const folder =
      options.out === undefined
        ? resolve(config.value.root, service.package.folder)
        : resolve(terminal.cwd, options.out);
    const place = { folder, service: name, isNamed: options.out !== undefined };
    const problem = refuseFolder(terminal.cwd, config.value, place);
    if (problem) return refuse(terminal, [problem]);
    folders.set(name, folder);
  }
  const progress = startProgress(terminal);
  for (const [name, serviceConfig] of selected.value) {
    const loaded = await loadService(terminal.cwd, config.value, { name, service: serviceConfig });
    if (!loaded.ok) return refuse(terminal, loaded.diagnostics);
    const model = modelToBuild(loaded.value, options.at);
    if (!model.ok) return refuse(terminal, model.diagnostics);
    const plan = await planBuild(loaded.value, {
      config: config.value,
      folder: folders.get(name) ?? "",
      model: model.value,
      progress,
    });
    progress.end();
    if (!plan.ok) return refuse(terminal, plan.diagnostics);
    report(terminal, plan.diagnostics);
    const written = await writePackage(terminal, plan.value, options);
    if (!written.ok) return refuse(terminal, written.diagnostics);
    report(terminal, written.diagnostics);
    for (const each of describeWrite(terminal.cwd, plan.value.folder, written.value)) terminal.out(each);
  }
  return EXIT.ok;
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
