import { isAbsolute } from "node:path";
import type { Plugin } from "rolldown";
import { findPackage, readManifest } from "./read-manifest.js";

/**
 * Leaves packages, which package.json lists under `dependencies`, out of the bundle; whoever imports one asks for the same
 * version. They are asked for by name: their CommonJS form has a default export as a property.
 */
export function keepOutside(folder: string, names: readonly string[]): Plugin {
  const { dependencies = {} } = readManifest(folder);
  return {
    name: "keep-outside",
    resolveId(id, importer) {
      const given = names.includes(id) ? dependencies[id] : undefined;
      if (given === undefined || importer === undefined) return null;
      if (!isAbsolute(importer)) return { id, external: true };
      const { name, dependencies: asked } = readManifest(findPackage(importer));
      if (asked?.[id] !== given) throw new Error(`${name} asks for ${id} ${asked?.[id]}, not for ${given}`);
      return { id, external: true };
    },
  };
}
