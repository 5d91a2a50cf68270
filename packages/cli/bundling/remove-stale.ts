import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";

/** Removes the chunks of an earlier bundle, and nothing else: other steps of the build write beside them. */
export function removeStale(folder: string): Plugin {
  return {
    name: "remove-stale",
    buildStart() {
      const files = existsSync(folder) ? readdirSync(folder) : [];
      for (const file of files) if (/\.cjs(\.map)?$/.test(file)) rmSync(join(folder, file));
    },
  };
}
