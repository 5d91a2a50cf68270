import { createRequire } from "node:module";
import { emitSchemas } from "../../packages/emit-schemas/dist/index.js";

const require = createRequire(new URL("../../packages/emit-types/package.json", import.meta.url));
/** @type {typeof import("../../packages/emit-types/node_modules/typescript/lib/typescript.js")} */
const ts = require("typescript");

/**
 * The constants of an emitted module by name.
 * @typedef {Readonly<Record<string, any>>} Schemas
 */

/**
 * Emits the schemas of a service and loads them as a program would.
 * @param {import("@shapelog/model").Model} model
 * @param {import("@shapelog/model").ServiceShape} service
 * @returns {Promise<Schemas>}
 */
export async function loadSchemas(model, service) {
  const { files } = emitSchemas(model, { service, source: "protocol tests" });
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  const code = files.map(({ text }) => ts.transpileModule(text, { compilerOptions }).outputText).join("\n");
  return import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
}
