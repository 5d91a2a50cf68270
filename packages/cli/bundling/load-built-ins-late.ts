import { createRequire } from "node:module";
import type { Plugin } from "rolldown";

const LATE = "\0late:";
const require = createRequire(import.meta.url);

/**
 * Loads modules of Node when one of their names is used for the first time. Some take many others along: a tenth of the
 * time of a short command, which seldom uses them.
 */
export function loadBuiltInsLate(...names: readonly string[]): Plugin {
  return {
    name: "load-built-ins-late",
    resolveId(id, importer) {
      if (!names.includes(id)) return null;
      return importer?.startsWith(LATE) ? { id, external: true } : LATE + id;
    },
    load: {
      filter: { id: /^\0late:/ },
      handler(id) {
        const name = id.slice(LATE.length);
        const getters = Object.keys(require(name)).map(
          (key) => `get ${key}() { return require("${name}").${key}; }`,
        );
        return { code: `module.exports = { ${getters.join(", ")} };`, moduleType: "js" };
      },
    },
  };
}
