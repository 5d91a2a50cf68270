import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";
import { findPackage, readManifest } from "./read-manifest.js";

/** Those that ask for no more than that their text goes along. */
const ALLOWED: ReadonlySet<string> = new Set(["BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"]);

/** Writes a file with the licenses of all packages that are in the bundle, and ends the build at one that may not be. */
export function keepLicenses(): Plugin {
  return {
    name: "keep-licenses",
    generateBundle(_, bundle) {
      const folders = new Set<string>();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        for (const path of Object.keys(chunk.modules)) {
          if (/[\\/]node_modules[\\/]/.test(path)) folders.add(findPackage(path));
        }
      }
      const texts = [...folders].map(readLicense).sort();
      this.emitFile({
        type: "asset",
        fileName: "third-party-licenses.txt",
        source: `The files beside this one contain the following packages.\n\n${texts.join("\n")}`,
      });
    },
  };
}

function readLicense(folder: string): string {
  const { name, version, license = "no license" } = readManifest(folder);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e([.-].*)?$/i.test(entry));
  if (!ALLOWED.has(license) || file === undefined)
    throw new Error(`${name} ${version} may not be bundled: ${license}, ${file ?? "without a text"}`);
  const rule = "-".repeat(80);
  return `${rule}\n${name} ${version} (${license})\n${rule}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
