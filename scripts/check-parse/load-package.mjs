import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { emitParse, emitRedact, emitSchemas } from "../../packages/emit-schemas/dist/index.js";
import { emitValidators } from "../../packages/emit-validators/dist/index.js";

const require = createRequire(new URL("../../packages/emit-types/package.json", import.meta.url));
/** @type {typeof import("../../packages/emit-types/node_modules/typescript/lib/typescript.js")} */
const ts = require("typescript");

/** Where the packages that the code imports are found: they are those of the generated package. */
const FOLDER = fileURLToPath(
  new URL("../../packages/generated/cognito-identity-provider/.test", import.meta.url),
);

/**
 * What a generated package exports, by entry point.
 * @typedef {Readonly<Record<"schemas" | "parse" | "redact" | "validators-sdk", Readonly<Record<string, any>>>>} Package
 */

/**
 * Emits the code of a service's package and loads it as a program would.
 * @param {import("@shapelog/model").Model} model
 * @param {import("@shapelog/model").ServiceShape} service
 * @returns {Promise<Package>}
 */
export async function loadPackage(model, service) {
  const options = { service, source: "tests" };
  const files = [emitSchemas, emitParse, emitRedact, emitValidators].flatMap(
    (emit) => emit(model, options).files,
  );
  mkdirSync(FOLDER, { recursive: true });
  const folder = mkdtempSync(join(FOLDER, "package-"));
  try {
    const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
    for (const { path, text } of files) {
      const code = ts.transpileModule(text, { compilerOptions }).outputText;
      const file = join(folder, path.replace(/^src\//, "").replace(/\.ts$/, ".js"));
      mkdirSync(join(file, ".."), { recursive: true });
      writeFileSync(file, code);
    }
    const written = new Set(files.map(({ path }) => basename(path, ".ts")));
    const load = (/** @type {string} */ name) =>
      written.has(name) ? import(join(folder, `${name}.js`)) : {};
    const [schemas, parse, redact, sdk] = await Promise.all([
      load("schemas"),
      load("parse"),
      load("redact"),
      load("validators-sdk"),
    ]);
    return { schemas, parse, redact, "validators-sdk": sdk };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
