import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { seedChangelog } from "@shapelog/changelog";
import { type Diagnostic, hasSeverity } from "@shapelog/diagnostics";
import { type EmitResult, type EmittedFile, emitPackageFiles } from "@shapelog/emit";
import { emitJsonSchema, emitOpenApi } from "@shapelog/emit-openapi";
import { emitTypes } from "@shapelog/emit-types";
import { emitValidators } from "@shapelog/emit-validators";
import { findLifespans } from "@shapelog/ledger";
import { findServices, type Model, type ServiceShape } from "@shapelog/model";
import { cliDiagnostics } from "./diagnostics.js";
import { listFiles } from "./files/list-files.js";
import { failed, type Outcome, succeeded } from "./files/read-text.js";
import type { LoadedService } from "./load-service.js";
import type { Progress } from "./progress.js";

/** What a build would write for one service, and which files of the package it would remove. */
export interface BuildPlan {
  readonly service: LoadedService;
  /** The absolute path of the package's folder. */
  readonly folder: string;
  readonly files: readonly EmittedFile[];
  readonly remove: readonly string[];
}

/** Folders and files in a package that are not made from the model, or not by us. */
const NOT_OURS = new Set(["node_modules", "dist", ".turbo", ".test", "CHANGELOG.md"]);

export interface PlanOptions {
  readonly root: string;
  /** The model to build from, where it is not the service's current one. */
  readonly model?: Model;
  /** Where the package goes, where it is not the configured folder. */
  readonly folder?: string;
  readonly progress: Progress;
}

/** Makes every file of a service's package in memory. Nothing is written. */
export async function planBuild(service: LoadedService, options: PlanOptions): Promise<Outcome<BuildPlan>> {
  const model = options.model ?? service.read.model;
  const [root] = findServices(model);
  if (!root)
    return failed(
      cliDiagnostics.create("no-service-shape", { file: service.modelFile }, { model: service.modelFile }),
    );
  const folder = resolve(options.root, options.folder ?? service.config.package.folder);
  const { files, diagnostics } = await emitAll(model, root, service, folder, options.progress);
  if (hasSeverity(diagnostics)) return failed(...diagnostics);
  const made = new Set(files.map((file) => file.path));
  const present = await listFiles(folder, (name) => NOT_OURS.has(name) || name.endsWith(".tmp"));
  const remove = present.filter((path) => !made.has(path));
  return succeeded(
    { service, folder, files: await withChangelog(files, service, folder), remove },
    diagnostics,
  );
}

async function emitAll(
  model: Model,
  root: ServiceShape,
  service: LoadedService,
  folder: string,
  progress: Progress,
): Promise<EmitResult> {
  const lifespans = findLifespans(service.ledger);
  const since = (id: string) => lifespans.get(id)?.at(-1)?.since;
  const { name: packageName, description, license } = service.config.package;
  const common = { service: root, since };
  const results: EmitResult[] = [];
  const emitters: readonly (readonly [name: string, emit: () => EmitResult | Promise<EmitResult>])[] = [
    ["types", () => emitTypes(model, { ...common, packageName, source: service.name })],
    ["validators", () => emitValidators(model, { ...common, source: service.name })],
    ["OpenAPI", () => emitOpenApi(model, common)],
    ["JSON Schema", () => emitJsonSchema(model, common)],
    [
      "package files",
      async () =>
        emitPackageFiles(model, {
          service: root,
          packageName,
          version: await currentVersion(folder),
          directory: service.config.package.folder,
          ...(description === undefined ? {} : { description }),
          ...(license === undefined ? {} : { license }),
        }),
    ],
  ];
  for (const [target, emit] of emitters) {
    progress.step(`${service.name}: ${target}`);
    results.push(await emit());
  }
  const diagnostics: Diagnostic[] = results.flatMap((result) => [...result.diagnostics]);
  return {
    files: results.flatMap((result) => [...result.files]),
    diagnostics: uniqueDiagnostics(diagnostics),
  };
}

/** Emitters that share a step report the same thing; it is said once. */
function uniqueDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [
    ...new Map(
      diagnostics.map((diagnostic) => [`${diagnostic.code} ${diagnostic.message}`, diagnostic]),
    ).values(),
  ];
}

/** Returns the version the release tool gave the package last; `0.0.0` for a new one. */
async function currentVersion(folder: string): Promise<string> {
  try {
    const manifest: unknown = JSON.parse(await readFile(resolve(folder, "package.json"), "utf8"));
    const version =
      typeof manifest === "object" && manifest !== null && "version" in manifest
        ? manifest.version
        : undefined;
    return typeof version === "string" ? version : "0.0.0";
  } catch {
    return "0.0.0";
  }
}

/** A package's first changelog tells the API's history so far; later the release tool adds to it. */
async function withChangelog(
  files: readonly EmittedFile[],
  service: LoadedService,
  folder: string,
): Promise<readonly EmittedFile[]> {
  const isThere = (await listFiles(folder, (name) => name !== "CHANGELOG.md")).length > 0;
  if (isThere) return files;
  const text = seedChangelog(service.config.package.name, service.name, service.replayed.steps);
  return [...files, { path: "CHANGELOG.md", text }];
}
