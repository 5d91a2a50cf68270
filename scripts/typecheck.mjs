// Checks the types of all there is: packages and apps in one program, which is far quicker than one for each, and apart
// from them what sees other globals, the apps in a browser and the generated packages without Node, and the scripts and what
// imports them.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { root } from "./install.mjs";

const GENERATED = "packages/generated";
const PROJECTS = [
  ".",
  "apps/auth-events-console",
  "apps/docs",
  "apps/plain-javascript",
  "apps/auth-events-server",
  ...readdirSync(join(root, GENERATED)).map((name) => `${GENERATED}/${name}`),
  "scripts",
];

const require = createRequire(import.meta.url);
const compiler = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
let failed = false;
for (const project of PROJECTS.filter((each) => existsSync(join(root, each, "tsconfig.json")))) {
  const { status } = spawnSync(process.execPath, [compiler, "-p", project], { cwd: root, stdio: "inherit" });
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
