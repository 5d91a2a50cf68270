// The main job: builds everything, checks that all of it agrees, prints what a newcomer should see first, then serves
// the site. `--once` stops before serving; `--port N` chooses the port.
import process from "node:process";
import { parseArgs } from "node:util";
import { installIfMissing, root, runOrExit } from "./install.mjs";

const { values } = parseArgs({
  options: { once: { type: "boolean" }, port: { type: "string", default: "4173" } },
});

const SHAPELOG = "packages/cli/bin/shapelog.js";

installIfMissing();
runOrExit("npx", ["turbo", "run", "build", "--output-logs=errors-only"]);
runOrExit(process.execPath, [SHAPELOG, "check"]);
const { printOverview } = await import("./print-overview.mjs");
console.log(await printOverview());
if (!values.once) {
  // In this process, so that what ends it (Ctrl+C, a supervisor's signal) reaches the command.
  process.chdir(root);
  process.argv.splice(2, process.argv.length, "site", "--serve", "--port", values.port);
  await import(`../${SHAPELOG}`);
}
