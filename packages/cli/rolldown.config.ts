import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "rolldown";
import { exportIndex } from "./bundling/export-index.js";
import { keepLicenses } from "./bundling/keep-licenses.js";
import { keepOutside } from "./bundling/keep-outside.js";
import { loadBuiltInsLate } from "./bundling/load-built-ins-late.js";
import { locateWorker } from "./bundling/locate-worker.js";
import { removeStale } from "./bundling/remove-stale.js";
import { resolveOwnPackages } from "./bundling/resolve-own-packages.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const repository = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The command as few files: the sources of our own packages and of the small packages we use, in chunks that are loaded
 * when a command needs them. What package.json lists under `dependencies` stays outside. `docs/decisions/bundled-command.md`
 * says why.
 */
export default defineConfig({
  cwd: here,
  input: { main: "src/main.ts", index: "src/index.ts" },
  platform: "node",
  resolve: { extensionAlias: { ".js": [".ts", ".tsx", ".js"] } },
  plugins: [
    removeStale(join(here, "dist")),
    resolveOwnPackages(repository),
    locateWorker(),
    loadBuiltInsLate("node:child_process", "node:fs/promises"),
    keepOutside(here, ["@bomb.sh/tab", "@yarnpkg/parsers", "openapi-typescript", "typescript"]),
    keepLicenses(),
    exportIndex(),
  ],
  output: {
    dir: "dist",
    format: "cjs",
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name].cjs",
    sourcemap: true,
    sourcemapExcludeSources: true,
    sourcemapPathTransform: (source, map) => {
      const path = relative(repository, resolve(dirname(map), source));
      return path.replaceAll("\\", "/");
    },
    comments: false,
  },
});
