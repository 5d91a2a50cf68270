import { isAbsolute } from "node:path";
import type { Plugin } from "rolldown";
import { findPackage, readManifest } from "./read-manifest.js";

const DEFAULT_OF = "\0default-of:";

/**
 * Leaves what package.json lists under `dependencies` out of the bundle; whoever imports it has to ask for the same
 * version. Of packages in `withDefault`, whose CommonJS form has the default export as a property, that is taken.
 */
export function keepOutside(folder: string, withDefault: readonly string[]): Plugin {
  const { dependencies = {} } = readManifest(folder);
  return {
    name: "keep-outside",
    resolveId(id, importer) {
      const given = dependencies[id];
      if (given === undefined || importer === undefined) return null;
      if (!isAbsolute(importer)) return { id, external: true };
      const { name, dependencies: asked } = readManifest(findPackage(importer));
      if (asked?.[id] !== given) throw new Error(`${name} asks for ${id} ${asked?.[id]}, not for ${given}`);
      return withDefault.includes(id) ? `${DEFAULT_OF}${id}.cjs` : { id, external: true };
    },
    load: {
      filter: { id: /^\0default-of:/ },
      handler: (id) => `module.exports = require("${id.slice(DEFAULT_OF.length, -".cjs".length)}").default;`,
    },
  };
}
