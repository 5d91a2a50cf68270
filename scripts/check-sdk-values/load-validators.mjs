import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { emitValidators } from "../../packages/emit-validators/dist/index.js";

/** @import { Side } from "../../packages/witness/dist/side.js" */

const require = createRequire(new URL("../../packages/emit-types/package.json", import.meta.url));
/** @type {typeof import("../../packages/emit-types/node_modules/typescript/lib/typescript.js")} */
const ts = require("typescript");

const RUNTIME = fileURLToPath(new URL("../../packages/runtime", import.meta.url));

/**
 * Emits the validators of a service as JavaScript into a folder and imports those of the program form.
 * @param {Side} side
 * @param {string} folder
 * @returns {Promise<Readonly<Record<string, (value: unknown) => any>>>}
 */
export async function loadValidators({ model, service, names }, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "node_modules/@shapelog"), { recursive: true });
  symlinkSync(RUNTIME, join(folder, "node_modules/@shapelog/runtime"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  for (const { path, text } of emitValidators(model, { service, names }).files) {
    const file = join(folder, path.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, ts.transpileModule(text, { compilerOptions }).outputText);
  }
  return import(pathToFileURL(join(folder, "src/validators-sdk.js")).href);
}
