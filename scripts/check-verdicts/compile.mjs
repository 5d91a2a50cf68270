import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** @import { CompilerHost, CompilerOptions, SourceFile } from "../../packages/emit-types/node_modules/typescript/lib/typescript.js" */

const require = createRequire(new URL("../../packages/emit-types/package.json", import.meta.url));
/**
 * TypeScript 5.9, which has a compiler API; that of TypeScript 7 is not stable yet.
 * @type {typeof import("../../packages/emit-types/node_modules/typescript/lib/typescript.js")}
 */
const ts = require(/** @type {string} */ ("typescript"));
const LIBS = dirname(require.resolve("typescript"));
const SMITHY = "@smithy/types";

/** @satisfies {CompilerOptions} */
const OPTIONS = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  // A member read by name is to be declared: a map takes any name, but gives what nobody promised.
  noPropertyAccessFromIndexSignature: true,
  allowUnreachableCode: true,
  skipLibCheck: true,
  noEmit: true,
};

const RUNTIME = "export type Open<T> = T;\n";
/** @type {Map<string, SourceFile>} */
const sources = new Map();

/**
 * Returns what the compiler says of each file that `isChecked` takes: path, line from 0, and message.
 * @param {ReadonlyMap<string, string>} files
 * @param {(path: string) => boolean} isChecked
 */
export function compile(files, isChecked) {
  const host = createHost(files);
  const roots = [...files.keys()].filter(isChecked);
  const program = ts.createProgram(roots, OPTIONS, host);
  return roots.flatMap((path) => {
    const source = program.getSourceFile(path);
    if (!source) return [];
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ start, messageText }) => ({
      path,
      line: source.getLineAndCharacterOfPosition(start ?? 0).line,
      message: ts.flattenDiagnosticMessageText(messageText, "\n").split("\n").slice(0, 3).join(" "),
    }));
  });
}

/**
 * @param {ReadonlyMap<string, string>} files
 * @returns {CompilerHost}
 */
function createHost(files) {
  const smithy = dirname(require.resolve(`${SMITHY}/package.json`));
  const entry = join(smithy, require(`${SMITHY}/package.json`).types);
  const read = (/** @type {string} */ path) => files.get(path) ?? readFileSync(path, "utf8");
  const parse = (/** @type {string} */ path) =>
    ts.createSourceFile(path, read(path), { languageVersion: OPTIONS.target }, true);
  return {
    getSourceFile(path) {
      if (files.has(path)) return parse(path);
      const known = sources.get(path) ?? parse(path);
      sources.set(path, known);
      return known;
    },
    fileExists: (path) => files.has(path) || ts.sys.fileExists(path),
    readFile: (path) => files.get(path) ?? ts.sys.readFile(path),
    getDefaultLibFileName: () => join(LIBS, "lib.es2022.d.ts"),
    getDefaultLibLocation: () => LIBS,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile: () => {},
    resolveModuleNames(names, from) {
      return names.map((name) => {
        if (name === SMITHY) return { resolvedFileName: entry, isExternalLibraryImport: true };
        if (files.has(from)) {
          const resolvedFileName = join(dirname(from), name.replace(/\.js$/, ".ts"));
          return files.has(resolvedFileName) ? { resolvedFileName } : undefined;
        }
        return ts.resolveModuleName(name, from, OPTIONS, ts.sys).resolvedModule;
      });
    },
  };
}

export { RUNTIME };
