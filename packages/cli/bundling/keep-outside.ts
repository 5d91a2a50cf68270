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
      const outside = names.find((each) => id === each || id.startsWith(`${each}/`));
      const given = outside === undefined ? undefined : dependencies[outside];
      if (outside === undefined || given === undefined || importer === undefined) return null;
      if (!isAbsolute(importer)) return { id, external: true };
      const { name, dependencies: asked } = readManifest(findPackage(importer));
      if (asked?.[outside] !== given)
        throw new Error(`${name} asks for ${outside} ${asked?.[outside]}, not for ${given}`);
      return { id, external: true };
    },
  };
}
