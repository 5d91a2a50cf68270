import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EmittedFile } from "@shapelog/emit";
import type { ReadResult, Result } from "@shapelog/runtime";
import { transformWithOxc } from "vite";

/** The functions of an emitted module by name. */
export interface Validators {
  validate(name: string, value: unknown): Result<unknown>;
  read(name: string, value: unknown): ReadResult<unknown>;
  is(name: string, value: unknown): boolean;
  /** The names of shapes that have functions. */
  readonly names: readonly string[];
}

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), "..", ".test", "emitted");

/** Writes emitted files to a folder of their own inside the package, so that imports are found, and returns it. */
export function writePackage(files: readonly EmittedFile[]): string {
  mkdirSync(FOLDER, { recursive: true });
  const folder = mkdtempSync(join(FOLDER, "package-"));
  for (const { path, text } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/**
 * Writes emitted files as JavaScript, so that Node imports them itself, and imports the validators of both forms. Where there
 * are none of the wire form, no function is found.
 */
export async function loadValidators(
  files: readonly EmittedFile[],
): Promise<Readonly<Record<"wire" | "sdk", Validators>>> {
  const has = (path: string) => files.some((file) => file.path === `src/${path}.ts`);
  const [wire = {}, sdk = {}] = await importModules(
    files,
    ["validators", "validators-sdk"].map((path) => (has(path) ? `${path}.js` : undefined)),
  );
  return { wire: wrap(wire), sdk: wrap(sdk) };
}

/** Imports a module of emitted files, by its path below `src/`. */
export async function loadModule(
  files: readonly EmittedFile[],
  path: string,
): Promise<Readonly<Record<string, unknown>>> {
  const [module = {}] = await importModules(files, [path]);
  return module;
}

async function importModules(files: readonly EmittedFile[], paths: readonly (string | undefined)[]) {
  const folder = await writeCompiled(files);
  const modules = await Promise.all(
    paths.map((path) => (path === undefined ? {} : import(/* @vite-ignore */ join(folder, "src", path)))),
  );
  rmSync(folder, { recursive: true });
  return modules;
}

/** Writes emitted files as JavaScript to a folder of their own, and returns it. */
export async function writeCompiled(files: readonly EmittedFile[]): Promise<string> {
  const compiled = await Promise.all(
    files.map(async ({ path, text }) => ({
      path: path.replace(/\.ts$/, ".js"),
      text: (await transformWithOxc(text, path)).code,
    })),
  );
  return writePackage(compiled);
}

function wrap(module: Readonly<Record<string, (value: unknown) => never>>): Validators {
  const call = (prefix: string) => (name: string, value: unknown) => {
    const found = module[`${prefix}${name}`];
    if (!found) throw new Error(`no function ${prefix}${name}`);
    return found(value);
  };
  const names = Object.keys(module).flatMap((name) => (name.startsWith("validate") ? [name.slice(8)] : []));
  return { validate: call("validate"), read: call("read"), is: call("is"), names };
}
