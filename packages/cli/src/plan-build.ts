import { relative, resolve, sep } from "node:path";
import { findFactsBlocks, seedChangelog } from "@shapelog/changelog";
import { type Diagnostic, hasSeverity } from "@shapelog/diagnostics";
import {
  createTypeNames,
  type EmitResult,
  type EmittedFile,
  emitPackageFiles,
  serviceTitle,
} from "@shapelog/emit";
import { emitJsonSchema, emitOpenApi } from "@shapelog/emit-openapi";
import { emitParse, emitRedact, emitSchemas } from "@shapelog/emit-schemas";
import { emitTypes } from "@shapelog/emit-types";
import { emitValidators } from "@shapelog/emit-validators";
import { findLifespans } from "@shapelog/ledger";
import { defaultProfile, findServices, type Model, type Profile, type ServiceShape } from "@shapelog/model";
import type { Config, PackageConfig } from "./config-file.js";
import { cliDiagnostics } from "./diagnostics.js";
import { pathKind } from "./files/path-kind.js";
import { findPackageFacts } from "./find-package-facts.js";
import { createReleasesFile, findReleasesFile } from "./known-releases.js";
import type { LoadedService } from "./load-service.js";
import { failed, failedWith, type Outcome, succeeded } from "./outcome.js";
import { keepForeignFields, readReleased } from "./package-manifest.js";
import type { Progress } from "./progress.js";

/** What a build would write for one service. */
export interface BuildPlan {
  readonly service: LoadedService;
  /** The absolute path of the package's folder. */
  readonly folder: string;
  readonly files: readonly EmittedFile[];
  /** What a new package begins with, and the release tool goes on with. */
  readonly first: readonly EmittedFile[];
}

export interface PlanOptions {
  readonly config: Config;
  /** The absolute path of the package's folder. */
  readonly folder: string;
  /** The model to build from, where it is not the service's current one. */
  readonly model?: Model;
  readonly progress: Progress;
  /** Whether the list of releases stays as an earlier build left it. Default: it gets those that are new. */
  readonly keepsReleases?: boolean;
}

/** Makes every file of a service's package in memory. Nothing is written. */
export async function planBuild(service: LoadedService, options: PlanOptions): Promise<Outcome<BuildPlan>> {
  const model = options.model ?? service.model;
  const [root] = findServices(model);
  if (!root)
    return failed(
      cliDiagnostics.create("no-service-shape", { file: service.modelFile }, { model: service.modelFile }),
    );
  const { folder, config } = options;
  const its = service.config.package;
  if (!its)
    return failed(cliDiagnostics.create("no-package", { file: config.file }, { service: service.name }));
  const tsconfig = await findBase({ name: service.name, its }, options);
  if (!tsconfig.ok) return tsconfig;
  const source = { model, root, service, its, folder, config, tsconfig: tsconfig.value };
  const { files: emitted, diagnostics } = await emitAll(source, options.progress);
  const files = [...emitted];
  if (hasSeverity(diagnostics)) return failedWith(diagnostics);
  const isHome = folder === resolve(config.root, its.folder);
  const list = options.keepsReleases ? findReleasesFile : createReleasesFile;
  const releases = isHome ? list(service, folder) : undefined;
  if (releases) files.push(releases);
  return succeeded({ service, folder, files, first: [seed(service, its)] }, diagnostics);
}

/** What a package is made of, and where it goes. */
interface PackageSource {
  readonly model: Model;
  readonly root: ServiceShape;
  readonly service: LoadedService;
  readonly its: PackageConfig;
  readonly folder: string;
  readonly config: Config;
  readonly tsconfig: string | undefined;
}

/** Returns what the package's `tsconfig` files extend, as TypeScript finds it from there. */
async function findBase(
  { name, its }: { readonly name: string; readonly its: PackageConfig },
  { config, folder }: PlanOptions,
): Promise<Outcome<string | undefined>> {
  if (its.tsconfig === undefined) return succeeded(undefined);
  const path = resolve(config.root, its.tsconfig);
  if ((await pathKind(path)) !== "file") {
    const pointer = `/services/${name}/package/tsconfig`;
    const reason = `${pointer} names ${its.tsconfig}, and there is no such file`;
    return failed(cliDiagnostics.create("bad-config", { file: config.file, pointer }, { reason }));
  }
  const below = relative(folder, path).split(sep).join("/");
  return succeeded(below.startsWith("../") ? below : `./${below}`);
}

async function emitAll(source: PackageSource, progress: Progress): Promise<EmitResult> {
  const { model, root, service, its } = source;
  const lifespans = findLifespans(service.ledger);
  const since = (id: string) => lifespans.get(id)?.at(-1)?.since;
  const packageName = its.name;
  const profile = profileOf(source);
  const common = { service: root, since };
  // The places are those of the current model's file.
  const located = model === service.model ? { ...common, locate: service.read.locate } : common;
  const schemas = { service: root, source: service.name };
  const results: EmitResult[] = [];
  const emitters: readonly (readonly [name: string, emit: () => EmitResult | Promise<EmitResult>])[] = [
    // What may refuse a model for its size comes before what takes longest.
    ["JSON Schema", () => emitJsonSchema(model, { ...located, ...layoutOf(its) })],
    ["OpenAPI", () => emitOpenApi(model, located)],
    ["schemas", () => emitSchemas(model, schemas)],
    ["redaction", () => emitRedact(model, schemas)],
    ["parsers", () => emitParse(model, schemas)],
    ["types", () => emitTypes(model, { ...common, profile, packageName, source: service.name })],
    ["validators", () => emitValidators(model, { ...common, profile, source: service.name })],
    ["package files", () => emitPackage(source)],
  ];
  for (const [target, emit] of emitters) {
    progress.step(`${service.name}: ${target}`);
    const result = await emit();
    results.push(result);
    if (hasSeverity(result.diagnostics)) break;
  }
  const diagnostics: Diagnostic[] = results.flatMap((result) => [...result.diagnostics]);
  return {
    files: results.flatMap((result) => [...result.files]),
    diagnostics: uniqueDiagnostics(diagnostics),
  };
}

function profileOf({ root, its }: PackageSource): Profile {
  return its.profile ?? defaultProfile(root);
}

function layoutOf({ schemas }: PackageConfig) {
  return schemas === undefined ? {} : { layout: schemas };
}

async function emitPackage(source: PackageSource): Promise<EmitResult> {
  const { model, root, service, its, folder, config, tsconfig } = source;
  const { name, description, schemas } = its;
  const emitted = emitPackageFiles({
    model,
    service: root,
    names: createTypeNames(model, { service: root }),
    name,
    title: serviceTitle(root),
    source: service.config.model,
    profile: profileOf(source),
    ...readReleased(folder),
    ...findPackageFacts(config.root, its),
    ...(description === undefined ? {} : { description }),
    ...(tsconfig === undefined ? {} : { tsconfig }),
    ...(schemas === undefined ? {} : { schemas }),
  });
  const files = emitted.files.map((file) =>
    file.path === "package.json" ? { ...file, text: keepForeignFields(folder, file.text) } : file,
  );
  return { ...emitted, files };
}

/** Emitters that share a step report the same thing; it is said once. */
function uniqueDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [
    ...new Map(
      diagnostics.map((diagnostic) => [`${diagnostic.code} ${diagnostic.message}`, diagnostic]),
    ).values(),
  ];
}

/**
 * A package's first changelog tells the API's history so far, but for what waits in a changeset; later the release
 * tool adds to it.
 */
function seed(service: LoadedService, its: PackageConfig): EmittedFile {
  const waiting = new Set(
    service.changesets
      .flatMap((changeset) => findFactsBlocks(changeset).blocks)
      .filter((block) => block.service === service.name)
      .map((block) => block.revision),
  );
  const steps = service.replayed.steps.filter((step) => !waiting.has(step.revision.id));
  const { bump: scope } = service.config;
  const text = seedChangelog({ packageName: its.name, service: service.name, steps, scope });
  return { path: "CHANGELOG.md", text };
}
