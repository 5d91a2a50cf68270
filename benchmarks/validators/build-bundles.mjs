import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { CONTESTANTS, PEERS } from "./contestants.mjs";

/**
 * Writes each contestant with all that it needs as one minified file to `folder`, as a program would ship it, and returns
 * its URL and size in bytes, gzipped at the highest level.
 *
 * @typedef {{ id: string, url: string, bytes: number }} Bundle
 * @param {string} folder
 * @returns {Promise<Bundle[]>}
 */
export async function buildBundles(folder) {
  const { build } = createRequire(join(PEERS, "package.json"))("esbuild");
  const entryPoints = CONTESTANTS.filter(({ file }) => file !== "").map(({ id, file }) => ({
    in: file,
    out: id,
  }));
  await build({
    entryPoints,
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["node", "import"],
    target: "node20",
    charset: "utf8",
    logLevel: "warning",
  });
  return entryPoints.map(({ out }) => {
    const path = join(folder, `${out}.mjs`);
    const { length } = gzipSync(readFileSync(path), { level: 9 });
    return { id: out, url: pathToFileURL(path).href, bytes: length };
  });
}
