import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { PEERS } from "./contestants.mjs";

/**
 * Installs the other validators as their lock file says, where they are not, and makes the code that they make before a
 * program runs. Returns whether that worked; where it did not, the reason is printed.
 */
export function installPeers() {
  if (!isInstalled()) {
    console.error(`installing what is compared, into ${PEERS}`);
    const args = ["ci", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
    const isWindows = process.platform === "win32";
    const { status, stdout, stderr } = spawnSync("npm", args, {
      cwd: PEERS,
      encoding: "utf8",
      shell: isWindows,
    });
    if (status !== 0) {
      console.error(
        `${stderr ?? ""}${stdout ?? ""}npm could not install the other validators: this needs the registry once, or a filled cache of npm. Try \`npm ci\` in ${PEERS}.`,
      );
      return false;
    }
  }
  execFileSync(process.execPath, [join(PEERS, "generate.mjs")], { stdio: "inherit" });
  return true;
}

/** npm leaves a lock file of its own within `node_modules`, written when all is there. */
function isInstalled() {
  const installed = join(PEERS, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  const manifest = join(PEERS, "package-lock.json");
  if (statSync(installed).mtimeMs >= statSync(manifest).mtimeMs) return true;
  const { packages } = JSON.parse(readFileSync(manifest, "utf8"));
  const { packages: found } = JSON.parse(readFileSync(installed, "utf8"));
  return Object.keys(found).every((path) => found[path].version === packages[path]?.version);
}
