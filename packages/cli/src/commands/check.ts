import { join, resolve } from "node:path";
import { type ChangelogSources, changelogDiagnostics, checkChangelog } from "@shapelog/changelog";
import { type Diagnostic, hasSeverity, isAtLeast, type Severity } from "@shapelog/diagnostics";
import { compareModels, count, createEntries, type Finding, findUnmatchedEntries } from "@shapelog/diff";
import { readJson } from "@shapelog/json";
import { digestModel, ledgerDiagnostics } from "@shapelog/ledger";
import { isNodeObject } from "@shapelog/model";
import { findConfig, selectServices } from "../config.js";
import type { Config } from "../config-file.js";
import type { DiagnosticFormat } from "../diagnostic-formats.js";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath } from "../files/display-path.js";
import { digestText, printRecord, RECORD_FILE, readRecord } from "../files/file-record.js";
import { findDifference } from "../files/find-difference.js";
import { pathKind } from "../files/path-kind.js";
import { readQuietly } from "../files/read-quietly.js";
import { findEvents } from "../find-events.js";
import { readConfigPolicy } from "../find-policy.js";
import { type LoadedService, loadService } from "../load-service.js";
import { type BuildPlan, ownPackageText, type PlanOptions, planBuild } from "../plan-build.js";
import { line } from "../printed.js";
import { startProgress } from "../progress.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { exitFor, refuse, report, tell } from "./context.js";

export interface CheckOptions {
  readonly service?: string;
  readonly format: DiagnosticFormat;
  readonly failOn: Severity | "never";
}

/** `shapelog check`: models valid, ledgers replay to them, changelogs true, generated files up to date. */
export async function check(terminal: Terminal, options: CheckOptions): Promise<ExitCode> {
  const config = await findConfig(terminal.cwd);
  if (!config.ok) return refuse(terminal, config.diagnostics);
  const selected = selectServices(config.value, options.service);
  if (!selected.ok) return refuse(terminal, selected.diagnostics);
  const progress = startProgress(terminal);
  const diagnostics: Diagnostic[] = [];
  const lines: string[] = [];
  const services: LoadedService[] = [];
  for (const [name, service] of selected.value) {
    const loaded = await loadService(terminal.cwd, config.value, { name, service });
    for (const each of loaded.diagnostics) diagnostics.push(each);
    if (!loaded.ok) continue;
    services.push(loaded.value);
    const folder = resolve(config.value.root, service.package.folder);
    const found = await checkService(terminal, loaded.value, { config: config.value, folder, progress });
    for (const each of found.diagnostics) diagnostics.push(each);
    if (!hasSeverity(found.diagnostics)) lines.push(found.line);
  }
  for (const each of await checkPolicy(terminal, config.value, services)) diagnostics.push(each);
  progress.end();
  if (options.format === "text") {
    report(terminal, diagnostics);
    for (const found of lines) terminal.out(line`${found}`);
  } else {
    await tell(terminal, diagnostics, options.format);
  }
  return exitFor(diagnostics, options.failOn);
}

async function checkService(
  terminal: Terminal,
  service: LoadedService,
  options: PlanOptions,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly line: string }> {
  const { name, ledger, replayed, changelog, changesets } = service;
  const diagnostics: Diagnostic[] = [
    ...findWarnings(service),
    ...replayed.diagnostics,
    ...checkRecorded(service),
  ];
  if (replayed.diagnostics.length === 0) {
    const { package: target, bump: scope } = service.config;
    const sources = { ledger, steps: replayed.steps, changelog, changesets, scope };
    const version = readVersion(terminal.cwd, options.folder);
    const found = checkChangelog({ ...sources, packageName: target.name, version });
    for (const each of found.diagnostics) diagnostics.push(each);
  }
  const plan = await planBuild(service, options);
  for (const each of plan.diagnostics) diagnostics.push(each);
  if (plan.ok) for (const each of await checkFiles(terminal, plan.value)) diagnostics.push(each);
  const files = plan.ok ? plan.value.files.length : 0;
  const line = `${name}: ${count(service.model.shapes.size, "shape")}, ${count(ledger.revisions.length, "revision")}, ${count(files, "generated file")}; all agree`;
  return { diagnostics, line };
}

/** Returns the version in a package's manifest, and where it stands. */
function readVersion(cwd: string, folder: string): ChangelogSources["version"] {
  const path = join(folder, "package.json");
  const text = readQuietly(path);
  if (text === undefined) return undefined;
  const { value } = readJson({ file: path, text });
  if (!isNodeObject(value) || typeof value.version !== "string") return undefined;
  return { text: value.version, location: { file: displayPath(cwd, path), pointer: "/version" } };
}

/** Notes are for who asks for them, with `shapelog validate`. */
function findWarnings({ read }: LoadedService): readonly Diagnostic[] {
  return findEvents(read).events.filter((event) => isAtLeast(event.severity, "warning"));
}

function checkRecorded(service: LoadedService): Diagnostic[] {
  const { name, ledger, replayed, modelFile, model, read } = service;
  const last = ledger.revisions.at(-1);
  if (!last) return [ledgerDiagnostics.create("empty", undefined, { service: name })];
  if (replayed.diagnostics.length > 0 || digestModel(model) === last.after) return [];
  const comparison = compareModels({ label: last.id, model: replayed.model }, { label: modelFile, model });
  const entries = createEntries(comparison);
  const changes = entries.slice(0, 5).map((entry) => entry.findings[0]?.message.replace(/\.$/, "") ?? "");
  if (entries.length > 5) changes.push(`and ${entries.length - 5} more`);
  const [first] = comparison.changes;
  const location = (first && "shape" in first && read.locate(first.shape)) || { file: modelFile };
  const data = { service: name, model: modelFile, last: last.id, changes };
  return [changelogDiagnostics.create("unrecorded-change", location, data)];
}

/** An entry can be for any service, so that all of them have to be there to say that it is for none. */
async function checkPolicy(
  terminal: Terminal,
  config: Config,
  services: readonly LoadedService[],
): Promise<readonly Diagnostic[]> {
  const policy = await readConfigPolicy(terminal.cwd, config);
  if (!policy.ok) return policy.diagnostics;
  const isWhole = services.every(({ replayed }) => replayed.diagnostics.length === 0);
  if (!isWhole || services.length < config.services.size) return [];
  if (!services.some(hasChanges)) return [];
  return findUnmatchedEntries(policy.value, findRecorded(services));
}

function hasChanges({ model, replayed: { steps, model: last } }: LoadedService): boolean {
  return steps.length > 1 || (steps.length > 0 && digestModel(model) !== digestModel(last));
}

/** Gives the findings of every change of services, the latest first; the first revision is no change. */
function* findRecorded(services: readonly LoadedService[]): Iterable<readonly Finding[]> {
  for (const { name, model, replayed } of services) {
    const models = [...replayed.steps.map((step) => step.after), model].reverse();
    for (const [index, after] of models.entries()) {
      const before = models[index + 1];
      if (before) yield compareModels({ label: name, model: before }, { label: name, model: after }).findings;
    }
  }
}

async function checkFiles(terminal: Terminal, plan: BuildPlan): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const digests = plan.files.map(({ path, text }) => [path, digestText(ownPackageText(path, text))] as const);
  const made = new Map(digests);
  const recorded = readRecord(plan.folder);
  const isEdited = (path: string, text: string) =>
    path !== RECORD_FILE && !recorded?.get(path)?.has(digestText(ownPackageText(path, text)));
  for (const file of [...plan.files, printRecord(made)]) {
    const path = join(plan.folder, file.path);
    const shown = displayPath(terminal.cwd, path);
    const text = readQuietly(path);
    if (text === undefined)
      diagnostics.push(cliDiagnostics.create("missing-file", { file: shown }, { path: shown }));
    else if (text !== file.text) {
      const place = { file: shown, offset: findDifference(text, file.text) };
      const data = { path: shown, isEdited: isEdited(file.path, text) };
      diagnostics.push(cliDiagnostics.create("stale-file", place, data));
    }
  }
  for (const path of recorded?.keys() ?? []) {
    if (made.has(path) || (await pathKind(join(plan.folder, path))) === "none") continue;
    const shown = displayPath(terminal.cwd, join(plan.folder, path));
    diagnostics.push(cliDiagnostics.create("extra-file", { file: shown }, { path: shown }));
  }
  return diagnostics;
}
