// Checks what npm would publish: every package is packed and linted, and has its licence and its README. The command and
// the generated packages are installed from their tarballs into empty folders and used as a stranger would.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { root } from "./install.mjs";
import { npm, pack, publicPackages, readManifest } from "./public-packages.mjs";
import { useBundle, useCommand, useGenerated } from "./use-packages.mjs";

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
  const generated = publicPackages().filter((path) => path.includes("generated"));
  for (const path of generated) {
    const manifest = readManifest(path);
    useGenerated(manifest, installAlone(manifest.name, tarballs));
  }
  const home = installAlone("@shapelog/cli", tarballs);
  const used = useCommand(home);
  useBundle(home);
  console.log(
    `${tarballs.size} packages packed; ${generated.length + 1} installed and used, ${used} commands of the README run; ${problems} problems`,
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
  const { messages, pkg } = await publint({
    pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer },
    strict: true,
  });
  for (const message of messages) console.error(`${name}: ${formatMessage(message, pkg)}`);
  return messages.length;
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
