import { resolve } from "node:path";
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
import { emitSchemas } from "@shapelog/emit-schemas";
import { emitTypes } from "@shapelog/emit-types";
import { emitValidators } from "@shapelog/emit-validators";
import { readJson } from "@shapelog/json";
import { findLifespans } from "@shapelog/ledger";
import { findServices, isNodeObject, type Model, type ServiceShape } from "@shapelog/model";
import { cliDiagnostics } from "./diagnostics.js";
import { readQuietly } from "./files/read-quietly.js";
import type { LoadedService } from "./load-service.js";
import { failed, failedWith, type Outcome, succeeded } from "./outcome.js";
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

/** What generated code imports, with the ranges of a new package: behaviour from the runtime, types from the other. */
const PACKAGE_DEPENDENCIES = { "@shapelog/runtime": "^0.1.0", "@smithy/types": "^4.20.0" };

export interface PlanOptions {
  /** The absolute path of the package's folder. */
  readonly folder: string;
  /** The model to build from, where it is not the service's current one. */
  readonly model?: Model;
  readonly progress: Progress;
}

/** Makes every file of a service's package in memory. Nothing is written. */
export async function planBuild(service: LoadedService, options: PlanOptions): Promise<Outcome<BuildPlan>> {
  const model = options.model ?? service.model;
  const [root] = findServices(model);
  if (!root)
    return failed(
      cliDiagnostics.create("no-service-shape", { file: service.modelFile }, { model: service.modelFile }),
    );
  const { folder } = options;
  const { files, diagnostics } = await emitAll({ model, root, service, folder }, options.progress);
  if (hasSeverity(diagnostics)) return failedWith(diagnostics);
  return succeeded({ service, folder, files, first: [seed(service)] }, diagnostics);
}

/** What a package is made of, and where it goes. */
interface PackageSource {
  readonly model: Model;
  readonly root: ServiceShape;
  readonly service: LoadedService;
  readonly folder: string;
}

async function emitAll(source: PackageSource, progress: Progress): Promise<EmitResult> {
  const { model, root, service } = source;
  const lifespans = findLifespans(service.ledger);
  const since = (id: string) => lifespans.get(id)?.at(-1)?.since;
  const packageName = service.config.package.name;
  const common = { service: root, since };
  // The places are those of the current model's file.
  const located = model === service.model ? { ...common, locate: service.read.locate } : common;
  const results: EmitResult[] = [];
  const emitters: readonly (readonly [name: string, emit: () => EmitResult | Promise<EmitResult>])[] = [
    // What may refuse a model for its size comes before what takes longest.
    ["JSON Schema", () => emitJsonSchema(model, located)],
    ["OpenAPI", () => emitOpenApi(model, located)],
    ["schemas", () => emitSchemas(model, { service: root, source: service.name })],
    ["types", () => emitTypes(model, { ...common, packageName, source: service.name })],
    ["validators", () => emitValidators(model, { ...common, source: service.name })],
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

async function emitPackage({ model, root, service, folder }: PackageSource): Promise<EmitResult> {
  const { name, description, license } = service.config.package;
  return emitPackageFiles({
    model,
    service: root,
    names: createTypeNames(model, { service: root }),
    name,
    title: serviceTitle(root),
    source: service.config.model,
    ...(await readReleased(folder)),
    directory: service.config.package.folder,
    ...(description === undefined ? {} : { description }),
    ...(license === undefined ? {} : { license }),
  });
}

/** Emitters that share a step report the same thing; it is said once. */
function uniqueDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [
    ...new Map(
      diagnostics.map((diagnostic) => [`${diagnostic.code} ${diagnostic.message}`, diagnostic]),
    ).values(),
  ];
}

/** What the release tool wrote into the package's manifest last, and a new one starts with. */
interface Released {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Returns the version and the ranges of dependencies that the release tool gave the package last. */
async function readReleased(folder: string): Promise<Released> {
  const text = readQuietly(resolve(folder, "package.json")) ?? "{}";
  const { value } = readJson({ file: "package.json", text });
  const manifest = isNodeObject(value) ? value : {};
  const known = isNodeObject(manifest.dependencies) ? manifest.dependencies : {};
  const ranges = Object.entries(PACKAGE_DEPENDENCIES).map(([name, range]) => {
    const released = Object.hasOwn(known, name) ? known[name] : undefined;
    return [name, typeof released === "string" ? released : range];
  });
  const version = typeof manifest.version === "string" ? manifest.version : "0.0.0";
  return { version, dependencies: Object.fromEntries(ranges) };
}

/**
 * Returns what of a file in a package is ours. The release tool writes versions and ranges into the manifest, and puts its
 * lines as it likes.
 */
export function ownPackageText(path: string, text: string): string {
  if (path !== "package.json") return text;
  const { value } = readJson({ file: path, text });
  if (!isNodeObject(value)) return text;
  const dependencies = isNodeObject(value.dependencies) ? Object.keys(value.dependencies) : [];
  return JSON.stringify({ ...value, version: "", dependencies });
}

/**
 * A package's first changelog tells the API's history so far, but for what waits in a changeset; later the release
 * tool adds to it.
 */
function seed(service: LoadedService): EmittedFile {
  const waiting = new Set(
    service.changesets
      .flatMap((changeset) => findFactsBlocks(changeset).blocks)
      .filter((block) => block.service === service.name)
      .map((block) => block.revision),
  );
  const steps = service.replayed.steps.filter((step) => !waiting.has(step.revision.id));
  return { path: "CHANGELOG.md", text: seedChangelog(service.config.package.name, service.name, steps) };
}
