import { count } from "@shapelog/diff";
import { findModelAt } from "@shapelog/ledger";
import type { Model } from "@shapelog/model";
import { findConfig, selectServices } from "../config.js";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath } from "../files/display-path.js";
import { writeFiles } from "../files/write-files.js";
import { type LoadedService, loadService } from "../load-service.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { planBuild } from "../plan-build.js";
import { startProgress } from "../progress.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { refuse, report } from "./context.js";

export interface BuildOptions {
  readonly service?: string;
  /** Build from the ledger's model of this day instead of the model file. */
  readonly at?: string;
  /** Write the package here instead of its configured folder. Needs a single service. */
  readonly out?: string;
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
  const progress = startProgress(terminal);
  for (const [name, serviceConfig] of selected.value) {
    const loaded = await loadService(terminal.cwd, config.value, [name, serviceConfig]);
    if (!loaded.ok) return refuse(terminal, loaded.diagnostics);
    const model = modelToBuild(loaded.value, options.at);
    if (!model.ok) return refuse(terminal, model.diagnostics);
    const plan = await planBuild(loaded.value, {
      root: config.value.root,
      model: model.value,
      progress,
      ...(options.out === undefined ? {} : { folder: options.out }),
    });
    progress.end();
    if (!plan.ok) return refuse(terminal, plan.diagnostics);
    report(terminal, plan.diagnostics);
    const { folder, files, remove } = plan.value;
    const written = await writeFiles({ cwd: terminal.cwd, folder, files, remove });
    if (!written.ok) return refuse(terminal, written.diagnostics);
    terminal.out(`${describe(displayPath(terminal.cwd, folder), written.value)}\n`);
  }
  return EXIT.ok;
}

function modelToBuild(service: LoadedService, at: string | undefined): Outcome<Model> {
  if (at === undefined) return succeeded(service.model);
  const { model, revision, diagnostics } = findModelAt(service.ledger, at);
  return revision && diagnostics.length === 0 ? succeeded(model) : failed(...diagnostics);
}

function describe(
  folder: string,
  report: {
    readonly written: readonly string[];
    readonly unchanged: readonly string[];
    readonly removed: readonly string[];
  },
): string {
  const parts = [
    `${count(report.written.length, "file")} written`,
    `${report.unchanged.length} unchanged`,
    ...(report.removed.length > 0 ? [`${report.removed.length} removed`] : []),
  ];
  return `${folder}: ${parts.join(", ")}`;
}
