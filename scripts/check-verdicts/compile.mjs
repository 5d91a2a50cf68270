import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile as compileFiles } from "../../packages/witness/dist/compile.js";

const require = createRequire(new URL("../../packages/emit-types/package.json", import.meta.url));
const SMITHY = "@smithy/types";
const SMITHY_TYPES = join(
  dirname(require.resolve(`${SMITHY}/package.json`)),
  require(`${SMITHY}/package.json`).types,
);
const RUNTIME_TYPES = fileURLToPath(new URL("../../packages/runtime/dist/index.d.ts", import.meta.url));

/**
 * Returns what the compiler says of each file that `isChecked` takes, given the types that AWS's clients are made with.
 * @param {ReadonlyMap<string, string>} files
 * @param {(path: string) => boolean} isChecked
 */
export function compile(files, isChecked) {
  return compileFiles(files, {
    isChecked,
    resolve: (name) =>
      name === SMITHY ? SMITHY_TYPES : name === "@shapelog/runtime" ? RUNTIME_TYPES : undefined,
  });
}
