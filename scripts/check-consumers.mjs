// Checks what those who compile against generated packages see, with each version of TypeScript that is supported; and that
// the package of a foreign service can be built at several depths, by itself and as a workspace.
//
//   node scripts/check-consumers.mjs [--typescript 5.4,7.0]
//
// Fetches these versions of TypeScript with npm into a temporary folder.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { root } from "./install.mjs";
import { npm, pack } from "./public-packages.mjs";
import { makeForeignPackage } from "./strangers/make-foreign-package.mjs";
import { useWithTypeScript } from "./strangers/use-with-typescript.mjs";

const VERSIONS = "5.4,5.6,5.9,6.0,7.0";

/** Where a foreign package is built, and how; the first of them is compiled against. */
const PLACES = [
  { folder: "services/post/packages/v1/parcels" },
  { folder: "parcels" },
  { folder: "packages/parcels", isWorkspace: true },
];

const { values } = parseArgs({ options: { typescript: { type: "string", default: VERSIONS } } });
const versions = values.typescript.split(",");
const parent = mkdtempSync(join(tmpdir(), "shapelog-consumers-"));
try {
  const [runtime, own] = pack(
    ["packages/runtime", "packages/generated/cognito-identity-provider"].map((path) => join(root, path)),
    parent,
  );
  if (!runtime || !own) throw new Error("npm packed nothing");
  const command = join(root, "packages/cli/bin/shapelog.js");
  const made = PLACES.map((place) =>
    makeForeignPackage({ ...place, command, parent, needs: [runtime.tarball] }),
  );
  console.log(`built at ${PLACES.map(({ folder }) => folder).join(", ")}`);
  const packages = [own, ...pack(made.slice(0, 1), parent)];
  const home = installAll([runtime, ...packages].map(({ tarball }) => tarball));
  let failed = 0;
  for (const version of versions) {
    const compiler = join(home, "node_modules", `typescript-${version}`);
    const { version: exact } = JSON.parse(readFileSync(join(compiler, "package.json"), "utf8"));
    for (const { name } of packages) {
      for (const { way, errors } of useWithTypeScript(name, home, join(compiler, "bin/tsc"))) {
        console.log(`TypeScript ${exact}  ${name}  ${way}: ${errors.length} errors`);
        for (const [where, [first, ...others]] of groupByPackage(errors))
          console.log(`  ${where}: ${first}${others.length > 0 ? ` (and ${others.length} more)` : ""}`);
        failed += errors.length;
      }
    }
  }
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  rmSync(parent, { recursive: true, force: true });
}

/**
 * Groups errors by the package whose file has them; those of the program itself are under "program".
 * @param {readonly string[]} errors
 */
function groupByPackage(errors) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const error of errors) {
    const [, where = "program"] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(error) ?? [];
    groups.set(where, [...(groups.get(where) ?? []), error]);
  }
  return groups;
}

/**
 * Installs packages and the compilers in an empty folder, without the types of Node, and returns it.
 * @param {readonly string[]} tarballs
 */
function installAll(tarballs) {
  const home = mkdtempSync(join(parent, "stranger-"));
  const compilers = versions.map((version) => `typescript-${version}@npm:typescript@~${version}.0`);
  npm(["init", "--yes"], home);
  npm(["install", "--prefer-offline", "--no-audit", "--no-fund", ...tarballs, ...compilers], home);
  return home;
}
