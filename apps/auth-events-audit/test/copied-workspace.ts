import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const APP = "apps/auth-events-audit";
const PACKAGE = "@shapelog/cognito-identity-provider";
const SERVICE = "cognito-identity-provider";

/** Where the compiler says that something is wrong. */
export interface CompileError {
  /** The file's path in the app, such as `src/main.ts`. */
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/**
 * A folder outside the repository that is laid out like it: the app's code, the packages it imports, and in the place
 * of the generated package another build of it.
 */
export interface CopiedWorkspace {
  readonly folder: string;
  /** Type-checks the app. */
  findErrors(): Promise<readonly CompileError[]>;
  remove(): Promise<void>;
}

/** Copies the app and builds its package from the model of a day; without a day it gets the package of the repository. */
export async function copyWorkspace(day?: string): Promise<CopiedWorkspace> {
  const folder = await mkdtemp(join(tmpdir(), "shapelog-"));
  await cp(join(ROOT, "tsconfig.base.json"), join(folder, "tsconfig.base.json"));
  for (const name of ["src", "package.json", "tsconfig.build.json"]) {
    await cp(join(ROOT, APP, name), join(folder, APP, name), { recursive: true });
  }
  const linked = [
    "@aws-sdk/client-cognito-identity-provider",
    "@duckdb/node-api",
    "@duckdb/node-bindings",
    "@shapelog/runtime",
    "@smithy/types",
    "@types/cli-progress",
    "@types/node",
    "city-timezones",
    "cli-progress",
    "cli-table3",
    "commander",
    "csv-stringify",
    "tinyglobby",
  ];
  for (const name of day === undefined ? [...linked, PACKAGE] : linked) await link(name, folder);
  if (day !== undefined) await buildPackage(join(folder, "node_modules", PACKAGE), day);
  return {
    folder,
    findErrors: async () => readErrors(await compile(join(folder, APP), "--noEmit")),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function link(name: string, folder: string): Promise<void> {
  const path = join(folder, "node_modules", name);
  await mkdir(dirname(path), { recursive: true });
  await symlink(join(ROOT, "node_modules", name), path, "junction");
}

/** Builds the package as anybody would: with the command, then with the compiler. */
async function buildPackage(folder: string, day: string): Promise<void> {
  const command = join(ROOT, "packages/cli/bin/shapelog.js");
  const args = [command, "build", "--service", SERVICE, "--at", day, "--out", folder];
  await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  const output = await compile(folder);
  if (output !== "") throw new Error(`the package of ${day} does not compile:\n${output}`);
}

/** Runs the compiler on a folder's build configuration and returns what it says. */
async function compile(folder: string, ...args: readonly string[]): Promise<string> {
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
    "bin/tsc",
  );
  const all = [compiler, "-p", "tsconfig.build.json", "--pretty", "false", ...args];
  try {
    return (await promisify(execFile)(process.execPath, all, { cwd: folder })).stdout;
  } catch (error) {
    // It exits with 1 or 2 where it found errors.
    if (
      error instanceof Error &&
      "stdout" in error &&
      typeof error.stdout === "string" &&
      error.stdout !== ""
    ) {
      return error.stdout;
    }
    throw error;
  }
}

function readErrors(output: string): CompileError[] {
  return output
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(" "))
    .map((text) => {
      const [, file, line] = /^(.+)\((\d+),\d+\): error /.exec(text) ?? [];
      if (file === undefined) throw new Error(`not an error with a place: ${text}`);
      return { file: file.replaceAll("\\", "/"), line: Number(line), text };
    });
}
