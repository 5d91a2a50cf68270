// Makes the package of a service that has nothing to do with this repository, as its team would: in an empty folder,
// without git, at some depth, by itself or as one of npm's workspaces.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { npm } from "../public-packages.mjs";

const MODEL = new URL("parcels.smithy", import.meta.url);

/**
 * @typedef {object} MakeOptions
 * @property {string} command the path of the installed command
 * @property {string} parent where a folder for it is made
 * @property {string} [folder] the package's folder in that; at a depth of 5 where left out
 * @property {boolean} [isWorkspace] whether it is installed as one of the workspaces of the folder above; false where left out
 * @property {readonly string[]} needs the tarballs of what it imports that npm may not have yet
 */

/**
 * Makes the package, installs what it needs, and builds it. Returns its folder.
 * @param {MakeOptions} options
 */
export function makeForeignPackage(options) {
  const {
    command,
    parent,
    folder = "services/post/packages/v1/parcels",
    isWorkspace = false,
    needs,
  } = options;
  const home = mkdtempSync(join(parent, "foreign-"));
  const own = { name: "@example/parcels", folder };
  const service = { model: "models/parcels.smithy", ledger: "models/ledger", package: own };
  mkdirSync(join(home, "models"));
  cpSync(MODEL, join(home, service.model));
  writeFileSync(join(home, "shapelog.config.json"), JSON.stringify({ services: { parcels: service } }));
  const run = (/** @type {string[]} */ ...args) =>
    execFileSync(process.execPath, [command, ...args], { cwd: home, encoding: "utf8", stdio: "pipe" });
  run("record", "--date", "2024-01-01", "--no-changeset");
  run("build");
  const made = join(home, folder);
  if (isWorkspace)
    writeFileSync(join(home, "package.json"), JSON.stringify({ private: true, workspaces: [folder] }));
  const place = isWorkspace ? home : made;
  npm(["install", "--no-save", "--prefer-offline", "--no-audit", "--no-fund", ...needs], place);
  npm(["run", "build", ...(isWorkspace ? ["--workspaces"] : [])], place);
  run("check");
  return made;
}
