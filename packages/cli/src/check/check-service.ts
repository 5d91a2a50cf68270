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
import { indexPointers, offsetInString, readJson } from "@shapelog/json";
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
  const { name, ledger, replayed, changelog, changesets } = service;
  const diagnostics: Diagnostic[] = [...findWarnings(service)];
  const isValid = !hasSeverity(diagnostics);
  for (const each of replayed.diagnostics) diagnostics.push(each);
  if (isValid) for (const each of checkRecorded(service)) diagnostics.push(each);
  const hasCause = hasSeverity(diagnostics);
  if (replayed.diagnostics.length === 0)
    for (const each of checkOwnNotes(service, options)) diagnostics.push(each);
  if (replayed.diagnostics.length === 0)
    for (const each of checkTexts(service, options)) diagnostics.push(each);
  for (const each of checkDeprecated(service, { ...options, isValid })) diagnostics.push(each);
  const { package: target, bump: scope } = service.config;
  if (target && replayed.diagnostics.length === 0) {
    const sources = { ledger, steps: replayed.steps, changelog, changesets, scope };
    const version = readVersion(options.cwd, options.folder);
    const found = checkChangelog({ ...sources, packageName: target.name, version });
    for (const each of found.diagnostics) diagnostics.push(each);
  }
  if (replayed.diagnostics.length === 0)
    for (const each of checkAcceptances(acceptanceSources(service, options))) diagnostics.push(each);
  if (!isValid) return { diagnostics, line: "" };
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

/** Holds the notes of the ledger, at their words in its files. */
function checkOwnNotes(
  { ledger, replayed: { steps }, config }: LoadedService,
  { cwd, config: { root } }: CheckServiceOptions,
): readonly Diagnostic[] {
  const locateNote = ({ id }: Revision, offset: number) => {
    const path = join(root, config.ledger, `${id}.json`);
    const text = readQuietly(path) ?? "";
    const start = indexPointers(text).get("/note");
    const file = displayPath(cwd, path);
    return start === undefined
      ? { file, pointer: "/note" }
      : { file, offset: offsetInString(text, start, offset) };
  };
  return checkNotes({ ledger, steps, scope: config.bump, locateNote });
}

/** Holds texts that stand in no file of the repository. */
function checkTexts(service: LoadedService, { texts }: CheckServiceOptions): readonly Diagnostic[] {
  const { ledger, replayed, changelog, config } = service;
  const edited = findEdit(service);
  const about = { ledger, steps: replayed.steps, changelog, edited, scope: config.bump };
  return texts.flatMap((source) => checkText({ source, ...about }));
}

/** Returns the model where it has changes that are not recorded. */
function findEdit({ ledger, model }: LoadedService): Model | undefined {
  const last = ledger.revisions.at(-1);
  return last && digestModel(model) !== last.after ? model : undefined;
}

function checkDeprecated(
  service: LoadedService,
  options: CheckServiceOptions & { readonly isValid: boolean },
): readonly Diagnostic[] {
  const { replayed, changelog, model, modelFile, read } = service;
  const { rule, today, isValid } = options;
  if (!rule || replayed.diagnostics.length > 0) return [];
  const { fileOf } = acceptanceSources(service, options);
  const { acceptances } = findAcceptances(acceptanceSources(service, options));
  const accepted = acceptances.filter(({ revisions }) => revisions.length === 0);
  const edited = { model, file: modelFile, locate: read.locate, today, accepted };
  return checkRemovals({
    rule,
    ledger: withAcceptances(service.ledger, acceptances),
    steps: replayed.steps,
    changelog,
    fileOf,
    edited: isValid && findEdit(service) ? edited : undefined,
    idOf: ({ id }) => id,
  });
}

function acceptanceSources(service: LoadedService, { cwd, config }: CheckServiceOptions) {
  const { ledger, replayed, model, changelog, changesets } = service;
  const folder = resolve(config.root, service.config.ledger);
  const fileOf = ({ id }: Revision) => displayPath(cwd, join(folder, `${id}.json`));
  const services = [...config.services.keys()];
  return { ledger, steps: replayed.steps, model, changelog, changesets, fileOf, services };
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
  const changes = tellEntries(entries).slice(0, 5);
  const [first] = comparison.changes;
  const location = (first && "shape" in first && read.locate(first.shape)) || { file: modelFile };
  const more = entries.length > 5 ? [`and ${entries.length - 5} more`] : [];
  const data = { service: name, model: modelFile, last: last.id, changes: [...changes, ...more] };
  return [changelogDiagnostics.create("unrecorded-change", location, data)];
}
