import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createTypeNames, emitPackageFiles } from "../../packages/emit/dist/index.js";
import { emitValidators } from "../../packages/emit-validators/dist/index.js";

const require = createRequire(new URL("../../packages/emit-types/package.json", import.meta.url));
/** @type {typeof import("../../packages/emit-types/node_modules/typescript/lib/typescript.js")} */
const ts = require("typescript");

const RUNTIME = fileURLToPath(new URL("../../packages/runtime", import.meta.url));
const NAME = "@example/service";

/**
 * A package as a program has it: its functions, and its README.
 * @typedef {object} LoadedPackage
 * @property {Readonly<Record<string, any>>} validators What `/validators` exports; nothing where there is no such entry.
 * @property {string} readme
 * @property {(variables: Readonly<Record<string, unknown>>) => Promise<unknown[]>} runExample Runs the README's first
 *   example, with the variables that it leaves to its reader, and returns what it warned of. Throws what it throws.
 * @property {() => void} remove
 */

/**
 * Emits what of a service's package checks values, in a folder of its own where imports are found, and loads it.
 * @param {import("@shapelog/model").Model} model
 * @param {import("@shapelog/model").ServiceShape} service
 * @returns {Promise<LoadedPackage>}
 */
export async function loadPackage(model, service) {
  const folder = mkdtempSync(join(tmpdir(), "shapelog-package-"));
  const home = join(folder, "node_modules", NAME);
  const names = createTypeNames(model, { service });
  const { files } = emitPackageFiles({
    model,
    service,
    names,
    name: NAME,
    title: "Service",
    source: "model.json",
    version: "1.0.0",
    profile: "sdk",
    dependencies: {},
    devDependencies: {},
  });
  for (const { path, text } of files) write(join(home, path), text);
  for (const { path, text } of emitValidators(model, { service }).files)
    write(join(home, path.replace(/^src\/(.*)\.ts$/, "dist/$1.js")), compile(text));
  mkdirSync(join(folder, "node_modules", "@shapelog"), { recursive: true });
  symlinkSync(RUNTIME, join(folder, "node_modules", "@shapelog", "runtime"));
  const { exports } = JSON.parse(files.find(({ path }) => path === "package.json")?.text ?? "{}");
  const readme = files.find(({ path }) => path === "README.md")?.text ?? "";
  const entry = exports["./validators"]?.default;
  return {
    validators: entry ? await import(pathToFileURL(join(home, entry)).href) : {},
    readme,
    runExample: (variables) => runExample(folder, readme, variables),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

let runs = 0;

/**
 * @param {string} folder
 * @param {string} readme
 * @param {Readonly<Record<string, unknown>>} variables
 */
async function runExample(folder, readme, variables) {
  const [, example] = /^## Use\n\n```ts\n(.*?)^```$/ms.exec(readme) ?? [];
  if (example === undefined) throw new Error("the README has no example");
  /** @type {unknown[]} */
  const warnings = [];
  const key = `shapelog-example-${++runs}`;
  const given = {
    ...variables,
    console: { warn: (/** @type {unknown[]} */ ...said) => warnings.push(said) },
  };
  Reflect.set(globalThis, key, given);
  const file = join(folder, `example-${runs}.mjs`);
  const names = Object.keys(given).join(", ");
  writeFileSync(file, compile(`const { ${names} } = globalThis[${JSON.stringify(key)}];\n${example}`));
  try {
    await import(pathToFileURL(file).href);
  } finally {
    Reflect.deleteProperty(globalThis, key);
  }
  return warnings;
}

/** @param {string} text */
function compile(text) {
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}

/**
 * @param {string} file
 * @param {string} text
 */
function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
