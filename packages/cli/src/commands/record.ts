import { join, resolve } from "node:path";
import { createChangeset, findFactsBlocks, replaceFacts } from "@shapelog/changelog";
import { compareModels, printComparisonText } from "@shapelog/diff";
import type { EmittedFile } from "@shapelog/emit";
import {
  appendRevision,
  printRevision,
  type Revision,
  type RevisionSource,
  type Step,
} from "@shapelog/ledger";
import { findConfig, selectServices } from "../config.js";
import type { Config } from "../config-file.js";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath } from "../files/display-path.js";
import { type FolderLock, lockFolder } from "../files/lock-folder.js";
import { writeFiles } from "../files/write-files.js";
import { type LoadedService, loadService } from "../load-service.js";
import { line, printed } from "../printed.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { refuse, report } from "./context.js";

export interface RecordOptions {
  readonly service?: string;
  /** Default: today. */
  readonly date?: string;
  readonly note?: string;
  readonly source?: RevisionSource;
  /** Whether to write a changeset. Default: true. */
  readonly changeset: boolean;
  /** Put the facts blocks of changelog and changesets right, and write missing changesets; record nothing. */
  readonly changesetOnly: boolean;
}

/** `shapelog record`: appends a model edit to the ledger and writes the changeset of the generated package. */
export async function record(terminal: Terminal, options: RecordOptions): Promise<ExitCode> {
  const config = await findConfig(terminal.cwd);
  if (!config.ok) return refuse(terminal, config.diagnostics);
  const selected = selectServices(config.value, options.service);
  if (!selected.ok) return refuse(terminal, selected.diagnostics);
  const [[name, serviceConfig] = []] = selected.value;
  if (name === undefined || serviceConfig === undefined || selected.value.length > 1) {
    return refuse(terminal, [
      cliDiagnostics.create("which-service", undefined, { known: [...config.value.services.keys()] }),
    ]);
  }
  // Locked before the ledger is read: of two that run at once, the second appends to what the first has written.
  const lock = await lockFolder({ cwd: terminal.cwd, folder: config.value.root });
  if (!lock.ok) return refuse(terminal, lock.diagnostics);
  try {
    report(terminal, lock.diagnostics);
    const loaded = await loadService(terminal.cwd, config.value, [name, serviceConfig]);
    if (!loaded.ok) return refuse(terminal, loaded.diagnostics);
    if (loaded.value.replayed.diagnostics.length > 0)
      return refuse(terminal, loaded.value.replayed.diagnostics);
    const work = { config: config.value, service: loaded.value, lock: lock.value };
    return options.changesetOnly ? repairFacts(terminal, work) : appendAndWrite(terminal, work, options);
  } finally {
    lock.value.release();
  }
}

interface Work {
  readonly config: Config;
  readonly service: LoadedService;
  readonly lock: FolderLock;
}

function appendAndWrite(
  terminal: Terminal,
  { config, service, lock }: Work,
  options: RecordOptions,
): ExitCode {
  const { revision, diagnostics } = appendRevision(service.ledger, service.model, {
    date: options.date ?? terminal.today(),
    ...(options.note === undefined ? {} : { note: options.note }),
    ...(options.source === undefined ? {} : { source: options.source }),
  });
  if (!revision) {
    const isError = diagnostics.some((diagnostic) => diagnostic.severity === "error");
    if (isError) return refuse(terminal, diagnostics);
    report(terminal, diagnostics);
    return EXIT.ok;
  }
  const step: Step = { revision, before: service.replayed.model, after: service.model };
  const files = [
    ledgerFile(service, revision),
    ...(options.changeset ? [changesetFile(config, service, step)] : []),
  ];
  const written = writeFiles({ cwd: terminal.cwd, lock, files });
  if (!written.ok) return refuse(terminal, written.diagnostics);
  describeStep(terminal, service, step);
  for (const file of files)
    terminal.out(line`wrote ${displayPath(terminal.cwd, join(config.root, file.path))}`);
  terminal.out(line`Next: npx shapelog build`);
  return EXIT.ok;
}

function ledgerFile(service: LoadedService, revision: Revision): EmittedFile {
  return {
    path: `${service.config.ledger}/${revision.id}.json`,
    text: printRevision(service.name, revision),
  };
}

function changesetFile(config: Config, service: LoadedService, step: Step): EmittedFile {
  const { name, text } = createChangeset({
    service: service.name,
    packageName: service.config.package.name,
    step,
  });
  return { path: `${config.changesets}/${name}`, text };
}

function describeStep(terminal: Terminal, service: LoadedService, step: Step): void {
  if (step.revision.before === null) {
    terminal.out(line`${service.name}: baseline of ${step.revision.date}, ${step.after.shapes.size} shapes`);
    return;
  }
  const last = service.ledger.revisions.at(-1);
  const comparison = compareModels(
    { label: last?.id ?? "before", model: step.before },
    { label: step.revision.id, model: step.after },
  );
  const layout = { color: terminal.color, width: Math.min(terminal.width, 100) };
  terminal.out(printed(printComparisonText(comparison, layout)));
}

function repairFacts(terminal: Terminal, { config, service, lock }: Work): ExitCode {
  const { steps } = service.replayed;
  const texts = [service.changelog, ...service.changesets];
  const told = new Set(
    texts
      .flatMap((text) => findFactsBlocks(text).blocks)
      .filter((block) => block.service === service.name)
      .map((block) => block.revision),
  );
  const known = new Map(
    texts.map(({ file, text }) => [displayPath(config.root, resolve(terminal.cwd, file)), text]),
  );
  const files: EmittedFile[] = texts
    .map((source) => ({ source, text: replaceFacts(source, service.name, steps) }))
    .filter(({ source, text }) => text !== source.text)
    .map(({ source, text }) => ({
      path: displayPath(config.root, resolve(terminal.cwd, source.file)),
      text,
    }));
  for (const step of steps) if (!told.has(step.revision.id)) files.push(changesetFile(config, service, step));
  const mayReplace = (path: string, text: string) => known.get(path) === text;
  const written = writeFiles({ cwd: terminal.cwd, lock, files, mayReplace });
  if (!written.ok) return refuse(terminal, written.diagnostics);
  if (files.length === 0) terminal.err(line`${service.name}: every facts block is as the ledger says`);
  for (const file of files)
    terminal.out(line`wrote ${displayPath(terminal.cwd, join(config.root, file.path))}`);
  return EXIT.ok;
}
