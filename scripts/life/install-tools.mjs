// Installs what the test of a stranger's life needs into a folder of its own, so that nobody who installs the repository
// gets a registry, too.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { npm } from "../public-packages.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** Installs the tools as their lock file says, where they are not, and returns the paths of their programs. */
export function installTools() {
  if (!isInstalled()) npm(["ci", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"], HERE);
  return {
    pnpm: join(HERE, "node_modules/pnpm/bin/pnpm.cjs"),
    verdaccio: join(HERE, "node_modules/verdaccio", "bin/verdaccio"),
  };
}

/** npm leaves a lock file of its own within `node_modules`, written when all is there. */
function isInstalled() {
  const installed = join(HERE, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  const { packages } = JSON.parse(readFileSync(join(HERE, "package-lock.json"), "utf8"));
  const { packages: found } = JSON.parse(readFileSync(installed, "utf8"));
  return Object.keys(found).every((path) => found[path].version === packages[path]?.version);
}
