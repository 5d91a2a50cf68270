// Copies the sample apps to a folder outside the repository, beside another build of the package that they import, and
// tells which of their lines do not compile there.
import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { root } from "../install.mjs";

export const PACKAGE = "@shapelog/cognito-identity-provider";
const SERVICE = "cognito-identity-provider";
/** The package's model, from the root. */
export const MODEL = `models/${SERVICE}/model.smithy`;
const COMMAND = join(root, "packages/cli/bin/shapelog.js");
const COMPILER = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
const run = promisify(execFile);

/**
 * @typedef {object} CompileError Where the compiler says that something is wrong.
 * @property {string} app the app's folder, such as `auth-events-audit`
 * @property {string} file from the app's folder, such as `src/main.ts`
 * @property {number} line from 1
 * @property {string} code what stands in that line, without spaces around it
 * @property {string} message what the compiler says
 */

/** Returns the folders of the apps that import the package and are compiled. */
export function listApps() {
  return readdirSync(join(root, "apps"))
    .sort()
    .filter((app) => {
      const { dependencies = {} } = JSON.parse(readFileSync(join(root, "apps", app, "package.json"), "utf8"));
      return PACKAGE in dependencies && existsSync(join(root, "apps", app, "tsconfig.build.json"));
    });
}

/**
 * Copies all apps to a new folder. What they import is that of the repository but for the package: `day` builds it as it
 * was on a day of its record, `edit` from the model after an edit of its text; with neither it is the repository's own.
 * @param {{ readonly day?: string, readonly edit?: (model: string) => string }} [options]
 */
export async function copyApps({ day, edit } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "shapelog-apps-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const apps = listApps();
    cpSync(join(root, "tsconfig.base.json"), join(folder, "tsconfig.base.json"));
    for (const app of apps) copyApp(app, folder);
    linkAll(join(root, "node_modules"), join(folder, "node_modules"));
    if (day !== undefined || edit) {
      const its = join(folder, "node_modules", PACKAGE);
      rmSync(its);
      await buildPackage(its, { folder, day, edit });
    }
    return { folder, apps, remove, findErrors: () => findErrors(folder, apps) };
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * @param {string} app
 * @param {string} to
 */
function copyApp(app, to) {
  const from = join(root, "apps", app);
  for (const name of ["src", "package.json", "tsconfig.json", "tsconfig.build.json", "index.html"]) {
    if (existsSync(join(from, name)))
      cpSync(join(from, name), join(to, "apps", app, name), { recursive: true });
  }
  if (existsSync(join(from, "node_modules")))
    linkAll(join(from, "node_modules"), join(to, "apps", app, "node_modules"));
}

/**
 * Links every package of a folder, so that one of them can be another.
 * @param {string} from
 * @param {string} to
 */
function linkAll(from, to) {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (name.startsWith("@")) linkAll(join(from, name), join(to, name));
    else if (!name.startsWith(".")) symlinkSync(join(from, name), join(to, name), "junction");
  }
}

/**
 * Builds the package as anybody would: with the command, then with the compiler.
 * @param {string} to
 * @param {{ readonly folder: string, readonly day: string | undefined, readonly edit: ((model: string) => string) | undefined }} options
 */
async function buildPackage(to, { folder, day, edit }) {
  let cwd = root;
  if (edit) {
    cwd = folder;
    cpSync(join(root, "models"), join(cwd, "models"), { recursive: true });
    cpSync(join(root, "shapelog.config.json"), join(cwd, "shapelog.config.json"));
    const model = join(cwd, MODEL);
    const text = readFileSync(model, "utf8");
    const edited = edit(text);
    if (edited === text) throw new Error("the edit changes nothing");
    writeFileSync(model, edited);
  }
  const at = day === undefined ? [] : ["--at", day];
  await run(process.execPath, [COMMAND, "build", "--service", SERVICE, ...at, "--out", to], { cwd });
  const output = await compile(to);
  if (output !== "") throw new Error(`the package does not compile:\n${output}`);
}

/**
 * @param {string} folder
 * @param {readonly string[]} apps
 */
async function findErrors(folder, apps) {
  /** @type {CompileError[]} */
  const errors = [];
  for (const app of apps) {
    const output = await compile(join(folder, "apps", app), "--noEmit");
    for (const text of output.split("\n").filter((line) => line !== "" && !line.startsWith(" "))) {
      const [, file = "", line = "", message = ""] = /^(.+)\((\d+),\d+\): error (.*)$/.exec(text) ?? [];
      if (file === "") throw new Error(`not an error with a place: ${text}`);
      const path = file.replaceAll("\\", "/");
      const code = readFileSync(join(folder, "apps", app, path), "utf8").split("\n")[Number(line) - 1] ?? "";
      errors.push({ app, file: path, line: Number(line), code: code.trim(), message });
    }
  }
  return errors;
}

/**
 * Runs the compiler on a folder's build configuration and returns what it says.
 * @param {string} folder
 * @param {readonly string[]} args
 */
async function compile(folder, ...args) {
  const all = [COMPILER, "-p", "tsconfig.build.json", "--pretty", "false", ...args];
  try {
    return (await run(process.execPath, all, { cwd: folder })).stdout;
  } catch (error) {
    // It exits with 1 or 2 where it found errors.
    if (
      error instanceof Error &&
      "stdout" in error &&
      typeof error.stdout === "string" &&
      error.stdout !== ""
    )
      return error.stdout;
    throw error;
  }
}
