// The main job: builds everything, checks that all of it agrees, prints what a newcomer should see first, then serves
// the site. `--once` stops before serving; `--port N` chooses the port.
import process from "node:process";
import { parseArgs } from "node:util";
import { installIfMissing, root, runOrExit } from "./install.mjs";

const { values } = parseArgs({
  options: { once: { type: "boolean" }, port: { type: "string", default: "4173" } },
});

installIfMissing();
runOrExit("npx", ["turbo", "run", "build", "--output-logs=errors-only"]);
runOrExit(process.execPath, ["packages/cli/bin/shapelog.js", "check"]);
const { printOverview } = await import("./print-overview.mjs");
console.log(await printOverview());
if (!values.once) {
  const { serveSite } = await import("../apps/docs/src/serve-site.mjs");
  const site = `${root}apps/docs/dist`;
  const { url } = await serveSite(site, Number(values.port)).catch(() => serveSite(site));
  console.log(`Site       ${url}/\nPress Ctrl+C to stop.`);
}
