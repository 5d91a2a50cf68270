// The main job: builds everything, checks that all of it agrees, prints what a newcomer should see first, then serves
// the site. `--once` stops before serving; `--port N` chooses the port.
import process from "node:process";
import { buildAll } from "./build-quietly.mjs";
import { installIfMissing, root, runOrExit } from "./install.mjs";
import { readStartOptions, refusePort } from "./start-options.mjs";

const SHAPELOG = "packages/cli/bin/shapelog.js";

const options = readStartOptions(process.argv.slice(2));
if ("problem" in options) end(options.problem);
if ("help" in options) {
  console.log(options.help);
  process.exit(0);
}
// Asked before the minutes that it takes to install and to build.
const taken = options.once ? undefined : await refusePort(options.port);
if (taken !== undefined) end(taken);

installIfMissing();
await buildAll();
runOrExit(process.execPath, [SHAPELOG, "check"]);
const { printOverview } = await import("./print-overview.mjs");
console.log(await printOverview());
if (!options.once) {
  // In this process, so that what ends it (Ctrl+C, a supervisor's signal) reaches the command.
  process.chdir(root);
  process.argv.splice(2, process.argv.length, "site", "--serve", "--port", options.port);
  await import(`../${SHAPELOG}`);
}

/**
 * @param {string} problem
 * @returns {never}
 */
function end(problem) {
  console.error(problem);
  process.exit(2);
}
