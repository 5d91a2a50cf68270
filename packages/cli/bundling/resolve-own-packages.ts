import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";
import { readManifest } from "./read-manifest.js";

/**
 * Bundles our packages from their sources, so that stack traces lead there. An entry point without a source is one that
 * the package's build makes, and is taken from there.
 */
export function resolveOwnPackages(repository: string): Plugin {
  return {
    name: "resolve-own-packages",
    resolveId: {
      filter: { id: /^@shapelog\// },
      handler(id) {
        const [, name = "", entry = ""] = /^@shapelog\/([^/]+)(\/.+)?$/.exec(id) ?? [];
        const folder = join(repository, "packages", name);
        const target = readManifest(folder).exports?.[`.${entry}`];
        const built = typeof target === "string" ? target : target?.default;
        if (built === undefined) throw new Error(`${id} is no entry point of packages/${name}`);
        const source = join(folder, built.replace(/^\.\/dist\//, "src/").replace(/\.js$/, ".ts"));
        return existsSync(source) ? source : join(folder, built);
      },
    },
  };
}
