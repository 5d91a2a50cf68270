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
  const compiled = await Promise.all(
    files.map(async ({ path, text }) => ({
      path: path.replace(/\.ts$/, ".js"),
      text: (await transformWithOxc(text, path)).code,
    })),
  );
  const folder = writePackage(compiled);
  const [wire = {}, sdk = {}] = await Promise.all(
    ["validators.js", "validators-sdk.js"].map((name) =>
      compiled.some(({ path }) => path === `src/${name}`)
        ? import(/* @vite-ignore */ join(folder, "src", name))
        : {},
    ),
  );
  rmSync(folder, { recursive: true });
  return { wire: wrap(wire ?? {}), sdk: wrap(sdk ?? {}) };
}

function wrap(module: Readonly<Record<string, (value: unknown) => never>>): Validators {
  const call = (prefix: string) => (name: string, value: unknown) => {
    const found = module[`${prefix}${name}`];
    if (!found) throw new Error(`no function ${prefix}${name}`);
    return found(value);
  };
  return { validate: call("validate"), read: call("read"), is: call("is") };
}
