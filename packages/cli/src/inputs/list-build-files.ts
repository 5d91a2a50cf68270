import { realpath } from "node:fs/promises";
import { extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { type Diagnostic, hasSeverity, type Location } from "@shapelog/diagnostics";
import { printPointer } from "@shapelog/json";
import { cliDiagnostics } from "../diagnostics.js";
import { pathKind } from "../files/path-kind.js";
import { readText } from "../files/read-text.js";
import { walkFiles } from "../files/walk-files.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";
import type { ModelFile, ModelFiles } from "./model-files.js";

/** A path that a `smithy-build.json` names, and where it does. */
interface NamedPath {
  readonly written: string;
  readonly place: Location;
}

/**
 * Returns the files that a folder's `smithy-build.json` makes a model of: its `sources` and `imports`, folders with all
 * that is below them. A file that is named twice is there once. Models come from strangers: paths are relative, and
 * lead, links followed, to places below the folder of the file or below the current one.
 */
export async function listBuildFiles(cwd: string, folder: string): Promise<Outcome<ModelFiles>> {
  const source = await readText(cwd, join(folder, "smithy-build.json"));
  if (!source.ok) return source;
  const { parseSmithyBuild } = await import("@shapelog/smithy");
  const build = parseSmithyBuild(source.value);
  if (hasSeverity(build.diagnostics)) return failedWith(build.diagnostics);
  const { file } = source.value;
  const named = (["sources", "imports"] as const).flatMap((key) =>
    build[key].map((written, index): NamedPath => {
      return { written, place: { file, pointer: printPointer(key, index) } };
    }),
  );
  const roots = (await Promise.all([folder, cwd].map(findRealPath))).flatMap((root) => root ?? []);
  const files = new Map<string, ModelFile>();
  const problems: Diagnostic[] = [];
  for (const path of named) {
    const found = await listNamed(folder, roots, path);
    if (!found.ok) for (const each of found.diagnostics) problems.push(each);
    else for (const [real, entry] of found.value) if (!files.has(real)) files.set(real, entry);
  }
  if (problems.length > 0) return failedWith(problems);
  if (files.size === 0) return failed(cliDiagnostics.create("empty-build", { file }, { path: file }));
  return succeeded({ kind: "smithy", files: [...files.values()] }, build.diagnostics);
}

/** Returns the files that a path stands for, by their real paths. */
async function listNamed(
  folder: string,
  roots: readonly string[],
  { written, place }: NamedPath,
): Promise<Outcome<ReadonlyMap<string, ModelFile>>> {
  const data = { path: written };
  if (isAbsolute(written) || /^[a-z]:|[\0\\]/i.test(written))
    return failed(cliDiagnostics.create("build-path", place, data));
  const path = resolve(folder, written);
  const real = await findRealPath(path);
  if (real === undefined) return failed(cliDiagnostics.create("missing-source", place, data));
  const isAllowed = (file: string) => roots.some((root) => isBelow(root, file));
  if (!isAllowed(real)) return failed(cliDiagnostics.create("build-path", place, data));
  if ((await pathKind(path)) === "folder") return succeeded(await listBelow(path, isAllowed));
  if (!ENDINGS.includes(extname(path))) return failed(cliDiagnostics.create("build-file", place, data));
  return succeeded(new Map([[real, { path, isNamed: true }]]));
}

const ENDINGS = [".smithy", ".json"];

async function listBelow(
  folder: string,
  isAllowed: (real: string) => boolean,
): Promise<ReadonlyMap<string, ModelFile>> {
  const files = new Map<string, ModelFile>();
  for (const name of await walkFiles(folder, ENDINGS)) {
    const path = join(folder, name);
    const real = await findRealPath(path);
    if (real !== undefined && isAllowed(real)) files.set(real, { path, isNamed: name.endsWith(".smithy") });
  }
  return files;
}

async function findRealPath(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch {
    return undefined;
  }
}

function isBelow(root: string, path: string): boolean {
  const inside = relative(root, path);
  return inside !== ".." && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}
