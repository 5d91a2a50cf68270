// Finds the places of a program with the engine of `shapelog impact`, in memory, and compares them with what is expected.
import { createRequire } from "node:module";
import { createTypeNames } from "../../packages/emit/dist/index.js";
import { emitTypes } from "../../packages/emit-types/dist/index.js";
import { findImpact } from "../../packages/impact/dist/index.js";
import { findServices, shapeName } from "../../packages/model/dist/index.js";

/**
 * @import { Comparison } from "@shapelog/diff"
 * @import { Consumer, TypeScript } from "@shapelog/impact"
 * @import { Model } from "@shapelog/model"
 * @import { Line } from "./write-program.mjs"
 */

/** @type {TypeScript} */
const ts = createRequire(new URL("../../packages/impact/package.json", import.meta.url))("typescript");

const PROJECT = "/project";
const NAME = "@example/api";
const FOLDER = `${PROJECT}/node_modules/${NAME}`;
const PROGRAM = `${PROJECT}/program.ts`;
const MANIFEST = JSON.stringify({
  ...{ name: NAME, version: "1.0.0", type: "module" },
  exports: { ".": { types: "./dist/index.d.ts" }, "./schemas": { types: "./dist/schemas.d.ts" } },
  dependencies: { "@shapelog/runtime": "*" },
});
const HEAD = `import type * as P from "${NAME}";`;

/** @type {Consumer["options"]} */
const OPTIONS = {
  ...{
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    strict: true,
    noEmit: true,
    types: [],
  },
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2022.d.ts"],
};

/** What is the same for all programs is read once. */
const BASE = ts.createCompilerHost(OPTIONS);
/** @type {Map<string, ReturnType<typeof BASE.getSourceFile>>} */
const LIBRARY = new Map();

/** @typedef {{ line: Line, place: string | undefined }} Measured */

/**
 * Returns each line with the effect that was found on it, if any, and how many places were found elsewhere.
 * @param {Comparison} comparison
 * @param {readonly Line[]} written
 * @returns {Promise<{ measured: readonly Measured[], elsewhere: number }>}
 */
export async function measure(comparison, written) {
  const [before, after] = [comparison.before.model, comparison.after.model];
  const [old, now] = [await emitPackage(before), await emitPackage(after)];
  const lines = written.filter((line) => isFair(line, old, now));
  const [service] = findServices(before);
  const names = service ? createTypeNames(before, { service }).all : new Map();
  const text = [HEAD, ...lines.map(({ code }, index) => code.replace("NAME", `line${index}`))].join("\n");
  const { places } = findImpact({
    typescript: ts,
    consumer: createConsumer(new Map([...old, [PROGRAM, `${text}\n`]])),
    overlay: () => ({ before: old, after: now }),
    findings: comparison.findings,
    models: [before, after],
    nameOf: (id) => names.get(id) ?? shapeName(id),
    writtenFor: "before",
  });
  const found = new Map(places.map(({ at, effect }) => [at.line, effect]));
  return {
    measured: lines.map((line, index) => ({ line, place: found.get(index + 2) })),
    elsewhere: places.filter(({ at }) => at.line < 2 || at.line > lines.length + 1).length,
  };
}

/**
 * A package has no types of shapes that no operation uses, and has some types by more than one name.
 * @param {Line} line
 * @param {ReadonlyMap<string, string>} old
 * @param {ReadonlyMap<string, string>} now
 */
function isFair({ kind, isHit, code }, old, now) {
  const [, type = ""] = /P\.(\w+)/.exec(code) ?? [];
  return hasType(old, type) && !(kind === "shape" && isHit && hasType(now, type));
}

/**
 * @param {ReadonlyMap<string, string>} files
 * @param {string} name
 */
function hasType(files, name) {
  const pattern = new RegExp(`\\bexport (?:declare )?(?:interface|type|const) ${name}\\b`);
  return [...files.values()].some((text) => pattern.test(text));
}

/** @param {Model} model */
async function emitPackage(model) {
  const [service] = findServices(model);
  if (!service) return new Map();
  const { files } = await emitTypes(model, { service, packageName: NAME, source: NAME });
  const place = (/** @type {string} */ path) => path.replace(/^src\//, "dist/").replace(/\.ts$/, ".d.ts");
  return new Map(files.map(({ path, text }) => [`${FOLDER}/${place(path)}`, text]));
}

/**
 * @param {ReadonlyMap<string, string>} files
 * @returns {Consumer}
 */
function createConsumer(files) {
  const all = new Map([
    ...files,
    [`${FOLDER}/package.json`, MANIFEST],
    [`${PROJECT}/package.json`, '{"type":"module"}'],
  ]);
  const folders = new Set([...all.keys()].flatMap(listFolders));
  const host = {
    ...BASE,
    getCurrentDirectory: () => PROJECT,
    fileExists: (/** @type {string} */ path) => all.has(path) || (isOutside(path) && BASE.fileExists(path)),
    readFile: (/** @type {string} */ path) =>
      all.get(path) ?? (isOutside(path) ? BASE.readFile(path) : undefined),
    directoryExists: (/** @type {string} */ path) => folders.has(path),
    getDirectories: () => [],
    realpath: (/** @type {string} */ path) => path,
    getSourceFile(
      /** @type {string} */ path,
      /** @type {Parameters<typeof BASE.getSourceFile>[1]} */ target,
    ) {
      const text = all.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, target);
      if (!LIBRARY.has(path)) LIBRARY.set(path, BASE.getSourceFile(path, target));
      return LIBRARY.get(path);
    },
  };
  return { rootNames: [PROGRAM], options: OPTIONS, host };
}

/** @param {string} path */
function isOutside(path) {
  return !path.startsWith(`${PROJECT}/`);
}

/** @param {string} path */
function listFolders(path) {
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(0, index).join("/"));
}
