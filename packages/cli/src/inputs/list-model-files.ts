import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { compareCodeUnits } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath } from "../files/display-path.js";
import { walkFiles } from "../files/walk-files.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { listBuildFiles } from "./list-build-files.js";
import type { BesidePaths, ModelFiles } from "./model-files.js";

/**
 * Returns the files that make a folder's model: what its `smithy-build.json` names; its `service-2.json` with
 * its paginators, waiters and examples; its `model.json`; or all `.smithy` files in and below it and all Smithy JSON AST files in it.
 */
export async function listModelFiles(cwd: string, folder: string): Promise<Outcome<ModelFiles>> {
  const names = await listNames(folder);
  if (names.includes("smithy-build.json")) return listBuildFiles(cwd, folder);
  if (names.includes(BOTOCORE_FILE)) {
    const path = join(folder, BOTOCORE_FILE);
    return succeeded({ kind: "file", path, beside: besidePaths(folder, names) });
  }
  const idl = await walkFiles(folder, [".smithy"]);
  if (idl.length === 0 && names.includes("model.json"))
    return succeeded({ kind: "file", path: join(folder, "model.json") });
  const files = [
    ...idl.map((name) => ({ path: join(folder, name), isNamed: true })),
    ...names
      .filter((name) => name.endsWith(".json"))
      .map((name) => ({ path: join(folder, name), isNamed: false })),
  ];
  if (files.length > 0) return succeeded({ kind: "smithy", files });
  return failed(cliDiagnostics.create("no-model", undefined, { folder: displayPath(cwd, folder) }));
}

/** The name that tells that other files of a service stand beside a model. */
export const BOTOCORE_FILE = "service-2.json";

/** Returns the files beside a model: none but for one with the name that botocore gives. */
export async function listBeside(path: string): Promise<BesidePaths> {
  if (basename(path) !== BOTOCORE_FILE) return {};
  const folder = dirname(path);
  return besidePaths(folder, await listNames(folder));
}

function besidePaths(folder: string, names: readonly string[]): BesidePaths {
  return Object.fromEntries(findBeside(names).map(([kind, name]) => [kind, join(folder, name)]));
}

/** Returns those of a folder's files that stand beside its model, with what they are. */
export function findBeside(
  names: readonly string[],
): readonly (readonly [kind: keyof BesidePaths, name: string])[] {
  return BESIDE_FILES.filter(([, name]) => names.includes(name));
}

const BESIDE_FILES: readonly (readonly [kind: keyof BesidePaths, name: string])[] = [
  ["paginators", "paginators-1.json"],
  ["paginatorExtras", "paginators-1.sdk-extras.json"],
  ["waiters", "waiters-2.json"],
  ["examples", "examples-1.json"],
];

async function listNames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.sort(compareCodeUnits);
}
