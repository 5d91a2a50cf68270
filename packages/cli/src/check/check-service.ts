import { join, resolve } from "node:path";
import {
  type ChangelogSources,
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
import { count } from "@shapelog/diff";
import { createOffsetFinder, offsetOfPointer, readJson } from "@shapelog/json";
import { checkSeals, digestModel, type Revision } from "@shapelog/ledger";
import { isNodeObject, type Model, type SourceText } from "@shapelog/model";
import { displayPath } from "../files/display-path.js";
import { readQuietly } from "../files/read-quietly.js";
import { findEvents } from "../find-events.js";
import { readReleased } from "../known-releases.js";
import type { LoadedService } from "../load-service.js";
import { type PlanOptions, planBuild } from "../plan-build.js";
import { checkFiles } from "./check-files.js";
import { checkRecorded } from "./check-recorded.js";
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
 * Checks one service, errors first, and of these causes before what follows from them: the model, its ledger, what is not
 * recorded, the changelog, and the generated files. What a model makes that is not valid says nothing, so its files are not
 * looked at.
 */
export async function checkService(
  service: LoadedService,
  options: CheckServiceOptions,
): Promise<CheckedService> {
  const { causes, told, isValid } = checkSources(service, options);
  if (!isValid) return { diagnostics: [...causes, ...told], line: "" };
  const made = await checkPackage(service, { ...options, hasCause: hasSeverity(causes) });
  const diagnostics = [...causes, ...told, ...made.diagnostics];
  const { model, ledger, name } = service;
  const line = `${name}: ${count(model.shapes.size, "shape")}, ${count(ledger.revisions.length, "revision")}, ${count(made.files, "generated file")}; all agree`;
  return {
    diagnostics: [...diagnostics.filter(isError), ...diagnostics.filter((each) => !isError(each))],
    line,
  };
}

/** What is wrong with what a package is made of and told by. */
interface CheckedSources {
  /** Of the model and its ledger: generated files that differ follow from that. */
  readonly causes: readonly Diagnostic[];
  /** Of what tells of the revisions. */
  readonly told: readonly Diagnostic[];
  readonly isValid: boolean;
}

function checkSources(service: LoadedService, options: CheckServiceOptions): CheckedSources {
  const { ledger, replayed } = service;
  const events = findWarnings(service);
  const isValid = !hasSeverity(events);
  const edited = findEdit(service);
  const told =
    replayed.diagnostics.length === 0 ? checkReplayed(service, { ...options, edited, isValid }) : [];
  // Where a revision is told of that is gone, the model is ahead of the ledger for that.
  const isGone = ({ code }: Diagnostic) => code === "changelog/unknown-revision";
  return {
    causes: [
      ...events,
      ...replayed.diagnostics,
      ...checkSeals(ledger, service),
      ...told.filter(isGone),
      ...(isValid ? checkRecorded(service, edited) : []),
    ],
    told: told.filter((each) => !isGone(each)),
    isValid,
  };
}

async function checkPackage(
  service: LoadedService,
  options: CheckServiceOptions & { readonly hasCause: boolean },
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly files: number }> {
  const { package: target } = service.config;
  const plan = target && (await planBuild(service, { ...options, keepsReleases: true }));
  const found = plan?.ok ? await checkFiles(plan.value) : [];
  return {
    diagnostics: [...(plan?.diagnostics ?? []), ...reportFiles(found, { ...options, service: service.name })],
    files: plan?.ok ? plan.value.files.length : 0,
  };
}

const isError = ({ severity }: Diagnostic) => severity === "error";

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
  const released = target && readReleased(folder);
  const services = [...options.config.services.keys()];
  return [
    ...checkOwnNotes(service, options),
    ...texts.flatMap((source) => checkText({ ...sources, source, edited })),
    ...checkDeprecated(service, options),
    ...(target
      ? checkChangelog({ ...sources, packageName: target.name, version, released }).diagnostics
      : []),
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
