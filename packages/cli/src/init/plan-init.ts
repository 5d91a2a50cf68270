import { existsSync } from "node:fs";
import { join } from "node:path";
import { type EmittedFile, isPackageName } from "@shapelog/emit";
import { isNodeObject } from "@shapelog/model";
import { CONFIG_FILE } from "../config-file.js";
import { readQuietly } from "../files/read-quietly.js";
import { line } from "../printed.js";
import type { Printed } from "../terminal.js";
import { addMissing, editJson } from "./edit-json.js";
import { type Packages, planManifest, planPnpmWorkspace } from "./plan-manifest.js";
import type { Settled } from "./settle.js";
import type { Surroundings } from "./surroundings.js";
import { findCommands, printChangesets, printFirstModel, printHook, printWorkflow } from "./texts.js";

/** What is written, and what is said of the rest. Paths are relative to the configuration's folder. */
export interface InitPlan {
  readonly files: readonly EmittedFile[];
  /** Files that are to be run. */
  readonly executable: readonly string[];
  /** What is there already, and stays as it is. */
  readonly kept: readonly string[];
  /** What is left to do by hand. */
  readonly notes: readonly Printed[];
  /** Whether a package is made of a service. */
  readonly hasPackage: boolean;
}

const CHANGESETS = ".changeset/config.json";
const WORKFLOW = ".github/workflows/shapelog.yml";

/** Plans what `shapelog init` writes. Nothing that is there is replaced; what can be added to is. */
export function planInit(around: Surroundings, settled: Settled, version: string): InitPlan {
  const files: EmittedFile[] = [];
  const kept: string[] = [];
  const notes: Printed[] = [];
  const addNew = (path: string, text: () => string) => {
    if (existsSync(join(around.root, path))) kept.push(path);
    else files.push({ path, text: text() });
  };
  const addEdited = (path: string, file: EmittedFile | undefined, byHand: () => Printed) => {
    if (!file) notes.push(byHand());
    else if (file.text === readQuietly(join(around.root, path))) kept.push(path);
    else files.push(file);
  };
  const { service } = settled;
  addEdited(
    CONFIG_FILE,
    planConfig(around, settled),
    () => line`${CONFIG_FILE} could not be read, so no service was added to it.`,
  );
  if (service?.origin.kind === "new") addNew(service.model, () => printFirstModel(service));
  const packages = listPackages(around, settled);
  const hook = planHook(around, settled);
  const prepare = hook?.prepare;
  const manifest = { version, packages, ...(prepare === undefined ? {} : { prepare }) };
  addEdited(
    "package.json",
    planManifest(around, manifest),
    () => line`package.json could not be read, so nothing was added to it.`,
  );
  const hasPackage = packages.names.length > 0;
  if (hasPackage) {
    const workspace =
      around.packageManager === "pnpm" ? planPnpmWorkspace(around, packages.folders) : undefined;
    if (workspace) files.push(workspace);
    const access = service?.package?.access ?? "restricted";
    if (existsSync(join(around.root, CHANGESETS))) notes.push(...tellGenerator(around));
    addNew(CHANGESETS, () => printChangesets(around, access));
  }
  const ignore = planIgnore(around, packages.folders);
  if (ignore) files.push(ignore);
  if (settled.ci) {
    const models = listModels(around, settled);
    addNew(WORKFLOW, () => printWorkflow(around, { packages: packages.names, models }));
  }
  if (hook) addNew(hook.file.path, () => hook.file.text);
  if (hook && prepare !== undefined && hasOtherPrepare(around, prepare))
    notes.push(line`The script "prepare" is another one: have git find the hook with: ${HOOKS_HERE}`);
  return { files, executable: hook ? [hook.file.path] : [], kept, notes, hasPackage };
}

function planConfig({ root }: Surroundings, { service }: Settled): EmittedFile | undefined {
  const text = readQuietly(join(root, CONFIG_FILE)) ?? "";
  const schema = { $schema: "./node_modules/@shapelog/cli/schema/config-1.json" };
  const edited = editJson(text === "" ? "{}\n" : text, (known) => {
    const first = text === "" ? schema : {};
    if (!service) return { ...first, ...known };
    const { name, model, origin, from, package: its } = service;
    const ledger = model.endsWith("/model.smithy") ? model.replace(/model\.smithy$/, "ledger") : undefined;
    const entry = {
      model,
      ledger: ledger ?? `models/${name}/ledger`,
      ...(its ? { package: printPackage(its) } : {}),
      ...(origin.kind === "vendor" && its ? { bump: "types" } : {}),
      ...(from ? { from: { ...from } } : {}),
    };
    return { ...first, ...known, services: addMissing(known.services, { [name]: entry }) };
  });
  return edited === undefined ? undefined : { path: CONFIG_FILE, text: edited };
}

function printPackage({ name, folder, access }: NonNullable<NonNullable<Settled["service"]>["package"]>) {
  return { name, folder, ...(access === undefined ? {} : { publishConfig: { access } }) };
}

/** Names that npm does not take end in no script: they are told where the package is made. */
function listPackages({ config }: Surroundings, { service }: Settled): Packages {
  const known = [...(config?.services.values() ?? [])]
    .flatMap(({ package: its }) => (its ? [its] : []))
    .filter(({ name }) => isPackageName(name));
  const all = service?.package ? [...known, service.package] : known;
  return {
    before: known.map(({ name }) => name),
    names: all.map(({ name }) => name),
    folders: all.map(({ folder }) => folder.replace(/\/$/, "")),
  };
}

/** Returns models whose paths can stand in a command as they are. */
function listModels({ config }: Surroundings, { service }: Settled): readonly string[] {
  const known = [...(config?.services.values() ?? [])].map(({ model }) => model);
  const all = service ? [...known, service.model] : known;
  return all.filter((model) => /^[\w@][\w./@-]*$/.test(model));
}

function tellGenerator({ root }: Surroundings): readonly Printed[] {
  const text = readQuietly(join(root, CHANGESETS)) ?? "";
  if (text.includes("@shapelog/changelog/changesets")) return [];
  return [
    line`${CHANGESETS} has another generator of changelogs. So that facts stay as they are written, it can be: "changelog": "@shapelog/changelog/changesets"`,
  ];
}

/** What is installed and compiled is no source. */
function planIgnore({ root }: Surroundings, folders: readonly string[]): EmittedFile | undefined {
  const path = ".gitignore";
  const text = readQuietly(join(root, path)) ?? "";
  const has = (pattern: RegExp) => text.split(/\r?\n/).some((each) => pattern.test(each));
  const lines = [
    ...(has(/^\/?(?:\*\*\/)?node_modules\/?$/) ? [] : ["node_modules/"]),
    ...(folders.length === 0 || has(/^(?:\*\*\/)?dist\/?$/) ? [] : folders.map((each) => `/${each}/dist/`)),
  ].filter((each) => !has(new RegExp(`^${each.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`)));
  if (lines.length === 0) return undefined;
  const end = text === "" || text.endsWith("\n") ? "" : "\n";
  return { path, text: `${text}${end}${lines.join("\n")}\n` };
}

const HOOKS_HERE = "git config core.hooksPath .githooks";

interface Hook {
  readonly file: EmittedFile;
  /** The script that has git find it. Absent where husky does. */
  readonly prepare?: string;
}

function planHook(around: Surroundings, { hook }: Settled): Hook | undefined {
  if (!hook) return undefined;
  const text = printHook(around);
  if (existsSync(join(around.root, ".husky"))) return { file: { path: ".husky/pre-commit", text } };
  // An installation without a repository, such as in an image, goes on.
  return { file: { path: ".githooks/pre-commit", text }, prepare: `${HOOKS_HERE} || exit 0` };
}

function hasOtherPrepare({ manifest }: Surroundings, prepare: string): boolean {
  const scripts = isNodeObject(manifest?.scripts) ? manifest.scripts : {};
  return Object.hasOwn(scripts, "prepare") && scripts.prepare !== prepare;
}

/** Returns what to run, in its order, when all is written. */
export function listNextSteps(
  around: Surroundings,
  { hasPackage }: InitPlan,
  { service }: Settled,
): readonly Printed[] {
  const { install, execute, run } = findCommands(around);
  const plain = install.replace(/ --no-\S+/, "");
  const steps: Printed[] = [];
  if (!around.hasGit) steps.push(line`git init    # what is recorded belongs into version control`);
  if (service?.origin.kind === "new") steps.push(line`# edit ${service.model}`);
  steps.push(line`${plain}`, line`${execute} shapelog record`);
  steps.push(
    hasPackage
      ? line`${run} api:release    # builds and publishes; api:build builds alone`
      : line`${execute} shapelog check`,
  );
  return steps;
}
