import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { root } from "../install.mjs";

/** @import { FoundModel } from "./find-models.mjs" */

const SHAPELOG = join(root, "packages", "cli", "bin", "shapelog.js");
const run = promisify(execFile);

/** Runs a step of the repository that made the workspace, wherever that is. */
const RUN = [
  'import process from "node:process";',
  'import { pathToFileURL } from "node:url";',
  "",
  'const home = pathToFileURL(process.env.SHAPELOG_HOME + "/");',
  'await import(new URL("scripts/build-all/" + process.argv[2] + ".mjs", home).href);',
  "",
].join("\n");

/** Tasks by what they read: a package is made again where its model or the tool is another one, and only then. */
const TASKS = {
  generate: {
    inputs: ["model.json", "shapelog.config.json", "ledger/**"],
    outputs: ["package/**", "results/generate.json"],
  },
  compile: {
    dependsOn: ["generate"],
    inputs: ["package/src/**", "package/*.json"],
    outputs: ["package/dist/**", "results/compile.json"],
  },
  check: {
    dependsOn: ["compile"],
    inputs: ["package/src/**", "package/*.json"],
    outputs: ["results/check.json"],
  },
};

/**
 * Writes a repository with a workspace for each model: its configuration, its model and its ledger.
 * @param {string} folder
 * @param {readonly FoundModel[]} models
 * @param {{ readonly atOnce: number }} options
 */
export async function writeWorkspace(folder, models, { atOnce }) {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  mkdirSync(folder, { recursive: true });
  const write = (/** @type {string} */ path, /** @type {unknown} */ content) =>
    writeFileSync(
      join(folder, path),
      typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`,
    );
  write("package.json", { name: "all", private: true, packageManager, workspaces: ["services/*"] });
  write("run.mjs", RUN);
  write(".gitignore", ["node_modules", ".turbo", "services/*/package", "services/*/results", ""].join("\n"));
  const waiting = [...models];
  const work = async () => {
    for (let model = waiting.shift(); model; model = waiting.shift()) await writeService(folder, model);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  write("turbo.json", {
    globalDependencies: ["tool.txt", "run.mjs"],
    globalPassThroughEnv: ["SHAPELOG_HOME"],
    tasks: TASKS,
  }); // the last file: with it the folder is whole
}

/**
 * @param {string} folder
 * @param {FoundModel} model
 */
async function writeService(folder, { name, read }) {
  const home = join(folder, "services", name);
  mkdirSync(join(home, ".changeset"), { recursive: true });
  const scripts = Object.keys(TASKS).map((task) => [task, `node ../../run.mjs ${task}`]);
  const json = (/** @type {string} */ path, /** @type {unknown} */ value) =>
    writeFileSync(join(home, path), `${JSON.stringify(value, null, 2)}\n`);
  json("package.json", { name, private: true, version: "0.0.0", scripts: Object.fromEntries(scripts) });
  json("shapelog.config.json", {
    services: {
      [name]: { model: "model.json", ledger: "ledger", package: { name: `@all/${name}`, folder: "package" } },
    },
  });
  writeFileSync(join(home, "model.json"), await read());
  // Vendors' models have errors, too.
  const forced = ["--force", "It is as the vendor has it."];
  await run(process.execPath, [SHAPELOG, "record", "--date", "2020-01-01", "--no-changeset", ...forced], {
    cwd: home,
  });
}

/**
 * Gives a workspace what its packages import, and says which tool makes them, so that another one makes them anew.
 * @param {string} folder
 */
export function nameTool(folder) {
  const modules = join(folder, "node_modules");
  rmSync(modules, { force: true });
  symlinkSync(join(root, "node_modules"), modules, "dir");
  const commit = execFileSync("git", ["rev-parse", "HEAD"], { cwd: root, encoding: "utf8" });
  writeFileSync(join(folder, "tool.txt"), commit);
}
