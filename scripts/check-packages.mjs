// Checks what npm would publish: every package is packed and linted, and has its licence and its README. The command is
// installed from its tarball into an empty folder and makes the package of a foreign service there. That and the generated
// packages are installed in the same way and used as strangers would, in Node and in a browser. What those who compile
// against them see is another script's: check-consumers.mjs.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { WITHOUT_BROWSER } from "./find-chromium.mjs";
import { root } from "./install.mjs";
import { lintTarball } from "./lint-tarball.mjs";
import { npm, pack, publicPackages } from "./public-packages.mjs";
import { makeForeignPackage } from "./strangers/make-foreign-package.mjs";
import { useInBrowser } from "./strangers/use-in-browser.mjs";
import { useInNode } from "./strangers/use-in-node.mjs";
import { useBundle, useCommand } from "./use-packages.mjs";

const GENERATED = new Set(["@shapelog/cognito-identity-provider", "@example/parcels"]);
const LICENCE = readFileSync(join(root, "LICENSE"), "utf8");

const folder = mkdtempSync(join(tmpdir(), "shapelog-packages-"));
try {
  /** @type {Map<string, string>} */
  const tarballs = new Map();
  let problems = 0;
  for (const { path, name, tarball, files } of pack(publicPackages(), folder)) {
    tarballs.set(name, tarball);
    problems += (await lint(name, tarball)) + checkTexts(path, files);
  }
  const home = installAlone("@shapelog/cli", tarballs);
  const used = useCommand(home);
  useBundle(home);
  const foreign = makeForeignPackage({
    command: join(home, "node_modules/@shapelog/cli/bin/shapelog.js"),
    parent: folder,
    needs: [tarballs.get("@shapelog/runtime") ?? ""],
  });
  for (const { name, tarball } of pack([foreign], folder)) {
    tarballs.set(name, tarball);
    problems += await lint(name, tarball);
  }
  const generated = [...tarballs.keys()].filter((name) => GENERATED.has(name));
  let calls = 0;
  for (const name of generated) {
    const alone = installAlone(name, tarballs);
    calls += useInNode(name, alone);
    if (!WITHOUT_BROWSER) calls += await useInBrowser(name, alone);
  }
  console.log(
    `${tarballs.size} packages packed; ${generated.length + 1} installed and used, ${used} commands of the README run, ` +
      `${calls} calls${WITHOUT_BROWSER ? ", none of them in a browser, for there is no Chromium" : ""}; ${problems} problems`,
  );
  process.exitCode = problems > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} name
 * @param {string} tarball
 */
async function lint(name, tarball) {
  const problems = await lintTarball(tarball);
  for (const problem of problems) console.error(`${name}: ${problem}`);
  return problems.length;
}

/**
 * Reports texts that a tarball lacks. Each package has a licence of its own, since npm packs none from further up.
 * @param {string} path
 * @param {readonly string[]} files
 */
function checkTexts(path, files) {
  const problems = ["LICENSE", "README.md"]
    .filter((file) => !files.includes(file))
    .map((file) => `${path} is packed without ${file}`);
  if (files.includes("LICENSE") && readFileSync(join(path, "LICENSE"), "utf8") !== LICENCE) {
    problems.push(`${path}/LICENSE is not the repository's: copy it`);
  }
  for (const problem of problems) console.error(problem);
  return problems.length;
}

/**
 * Installs a package and what it needs of ours from the tarballs into an empty folder, and returns that.
 * @param {string} name
 * @param {ReadonlyMap<string, string>} tarballs
 */
function installAlone(name, tarballs) {
  const home = mkdtempSync(join(folder, "stranger-"));
  const files = [...withOurs(name, tarballs)].map((each) => tarballs.get(each) ?? each);
  npm(["init", "--yes"], home);
  npm(["install", "--prefer-offline", "--no-audit", "--no-fund", ...files], home);
  return home;
}

/**
 * Returns a package and all of ours that it needs.
 * @param {string} name
 * @param {ReadonlyMap<string, string>} tarballs
 */
function withOurs(name, tarballs) {
  const found = new Set([name]);
  for (const each of found) {
    const tarball = tarballs.get(each) ?? "";
    const manifest = execFileSync("tar", ["-xzOf", tarball, "package/package.json"], { encoding: "utf8" });
    for (const needed of Object.keys(JSON.parse(manifest).dependencies ?? {})) {
      if (tarballs.has(needed)) found.add(needed);
    }
  }
  return found;
}
