import { join, resolve } from "node:path";
import {
  type ChangelogSources,
  changelogDiagnostics,
  checkAcceptances,
  checkChangelog,
  checkNotes,
  checkRemovals,
  checkText,
  type DeprecationRule,
  findAcceptances,
  withAcceptances,
} from "@shapelog/changelog";
import { type Diagnostic, hasSeverity, isAtLeast } from "@shapelog/diagnostics";
import { compareModels, count, createEntries } from "@shapelog/diff";
import { createOffsetFinder, offsetOfPointer, readJson } from "@shapelog/json";
import { digestModel, ledgerDiagnostics, type Revision } from "@shapelog/ledger";
import { isNodeObject, type Model, type SourceText } from "@shapelog/model";
import { displayPath } from "../files/display-path.js";
import { readQuietly } from "../files/read-quietly.js";
import { findEvents } from "../find-events.js";
import type { LoadedService } from "../load-service.js";
import { type PlanOptions, planBuild } from "../plan-build.js";
import { tellEntries } from "../tell-entries.js";
import { checkFiles } from "./check-files.js";
import { reportFiles } from "./report-files.js";

/** What `check` says of one service. */
export interface CheckedService {
  readonly diagnostics: readonly Diagnostic[];
  /** What is said where nothing is wrong. */
  readonly line: string;
}

export interface CheckServiceOptions extends PlanOptions {
  readonly cwd: string;
  /** Whether each generated file is told of by itself. */
  readonly verbose: boolean;
  /** How long what is removed has to be deprecated before. Default: not asked. */
  readonly rule?: DeprecationRule | undefined;
  /** Today as `YYYY-MM-DD`. */
  readonly today: string;
  /** Texts besides those of the repository that tell of changes, such as a pull request's title and description. */
  readonly texts: readonly SourceText[];
}

/**
 * Checks one service, causes before what follows from them: the model, its ledger, what is not recorded, the changelog,
 * and the generated files. What a model makes that is not valid says nothing, so its files are not looked at.
 */
export async function checkService(
  service: LoadedService,
  options: CheckServiceOptions,
): Promise<CheckedService> {
  const { name, ledger, replayed } = service;
  const diagnostics: Diagnostic[] = [...findWarnings(service)];
  const isValid = !hasSeverity(diagnostics);
  for (const each of replayed.diagnostics) diagnostics.push(each);
  const edited = findEdit(service);
  if (isValid) for (const each of checkRecorded(service, edited)) diagnostics.push(each);
  const hasCause = hasSeverity(diagnostics);
  if (replayed.diagnostics.length === 0)
    for (const each of checkReplayed(service, { ...options, edited, isValid })) diagnostics.push(each);
  if (!isValid) return { diagnostics, line: "" };
  const { package: target } = service.config;
  const plan = target && (await planBuild(service, options));
  for (const each of plan?.diagnostics ?? []) diagnostics.push(each);
  const found = plan?.ok ? await checkFiles(plan.value) : [];
  const { cwd, folder, verbose } = options;
  for (const each of reportFiles(found, { cwd, service: name, folder, hasCause, verbose }))
    diagnostics.push(each);
  const files = plan?.ok ? plan.value.files.length : 0;
  const line = `${name}: ${count(service.model.shapes.size, "shape")}, ${count(ledger.revisions.length, "revision")}, ${count(files, "generated file")}; all agree`;
  return { diagnostics, line };
}

/** What is checked of a service whose ledger replays. */
interface ReplayedOptions extends CheckServiceOptions {
  /** The model where it has changes that are not recorded. */
  readonly edited: Model | undefined;
  readonly isValid: boolean;
}

function checkReplayed(service: LoadedService, options: ReplayedOptions): readonly Diagnostic[] {
  const { ledger, replayed, model, changelog, changesets, config, fileOf } = service;
  const { edited, texts, folder, cwd } = options;
  const { package: target, bump: scope } = config;
  const sources = { ledger, steps: replayed.steps, changelog, changesets, scope };
  const version = target && readVersion(cwd, folder);
  const services = [...options.config.services.keys()];
  return [
    ...checkOwnNotes(service, options),
    ...texts.flatMap((source) => checkText({ ...sources, source, edited })),
    ...checkDeprecated(service, options),
    ...(target ? checkChangelog({ ...sources, packageName: target.name, version }).diagnostics : []),
    ...checkAcceptances({ ...sources, model, fileOf, services }),
  ];
}

/** Holds the notes of the ledger, at their words in its files. */
function checkOwnNotes(service: LoadedService, { cwd }: CheckServiceOptions): readonly Diagnostic[] {
  const { ledger, replayed, config, fileOf } = service;
  const { steps } = replayed;
  const locateNote = (revision: Revision) => {
    const file = fileOf(revision);
    const text = readQuietly(resolve(cwd, file)) ?? "";
    const start = offsetOfPointer(text, "/note");
    if (start === undefined) return () => ({ file, pointer: "/note" });
    const find = createOffsetFinder(text, start);
    return (offset: number) => ({ file, offset: find(offset) });
  };
  return checkNotes({ ledger, steps, scope: config.bump, locateNote });
}

/** Returns the model where it has changes that are not recorded. */
function findEdit({ ledger, model }: LoadedService): Model | undefined {
  const last = ledger.revisions.at(-1);
  return last && digestModel(model) !== last.after ? model : undefined;
}

function checkDeprecated(
  { ledger, replayed, changelog, changesets, modelFile, read, fileOf }: LoadedService,
  { rule, today, edited, isValid }: ReplayedOptions,
): readonly Diagnostic[] {
  if (!rule) return [];
  const { acceptances } = findAcceptances({ ledger, changelog, changesets });
  const accepted = acceptances.filter(({ revisions }) => revisions.length === 0);
  const isHeld = isValid && edited !== undefined;
  return checkRemovals({
    rule,
    ledger: withAcceptances(ledger, acceptances),
    steps: replayed.steps,
    changelog,
    fileOf,
    edited: isHeld ? { model: edited, file: modelFile, locate: read.locate, today, accepted } : undefined,
  });
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

function checkRecorded(service: LoadedService, edited: Model | undefined): Diagnostic[] {
  const { name, ledger, replayed, modelFile, model, read } = service;
  const last = ledger.revisions.at(-1);
  if (!last) return [ledgerDiagnostics.create("empty", undefined, { service: name })];
  if (replayed.diagnostics.length > 0 || !edited) return [];
  const comparison = compareModels({ label: last.id, model: replayed.model }, { label: modelFile, model });
  const entries = createEntries(comparison);
  const changes = tellEntries(entries).slice(0, 5);
  const [first] = comparison.changes;
  const location = (first && "shape" in first && read.locate(first.shape)) || { file: modelFile };
  const more = entries.length > 5 ? [`and ${entries.length - 5} more`] : [];
  const data = { service: name, model: modelFile, last: last.id, changes: [...changes, ...more] };
  return [changelogDiagnostics.create("unrecorded-change", location, data)];
}
