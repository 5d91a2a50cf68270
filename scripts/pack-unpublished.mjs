// Packs every public package whose version npm does not have yet, and prints `count=<how many>` for the release workflow.
//
//   node scripts/pack-unpublished.mjs OUT
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { isPublished, pack, publicPackages, readManifest } from "./public-packages.mjs";

const [out] = process.argv.slice(2);
if (out === undefined) {
  console.error("Usage: node scripts/pack-unpublished.mjs OUT");
  process.exit(2);
}

mkdirSync(out, { recursive: true });
const unpublished = publicPackages().filter((path) => !isPublished(readManifest(path)));
for (const { tarball } of pack(unpublished, resolve(out))) console.error(tarball);
console.log(`count=${unpublished.length}`);
