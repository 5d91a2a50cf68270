import { execFile } from "node:child_process";
import process from "node:process";
import { promisify } from "node:util";
import { pack, publicPackages, readManifest } from "../public-packages.mjs";

const NEEDED = ["@shapelog/cli", "@shapelog/changelog", "@shapelog/runtime"];

/**
 * Packs what a stranger installs of ours, and publishes it to a registry. Returns how many packages.
 * @param {string} folder where the tarballs go
 * @param {string} registry
 * @param {NodeJS.ProcessEnv} env
 */
export async function publishOurs(folder, registry, env) {
  const paths = new Map(publicPackages().map((path) => [readManifest(path).name, path]));
  const names = new Set(NEEDED);
  for (const name of names)
    for (const needed of Object.keys(readManifest(paths.get(name) ?? name).dependencies ?? {}))
      if (paths.has(needed)) names.add(needed);
  const tarballs = pack(
    [...names].map((name) => paths.get(name) ?? name),
    folder,
  ).map(({ tarball }) => tarball);
  const publish = async () => {
    for (let tarball = tarballs.pop(); tarball !== undefined; tarball = tarballs.pop()) {
      const args = ["publish", tarball, "--registry", registry, "--provenance=false", "--access", "public"];
      await promisify(execFile)("npm", args, { cwd: folder, env, shell: process.platform === "win32" });
    }
  };
  await Promise.all([publish(), publish()]);
  return names.size;
}
