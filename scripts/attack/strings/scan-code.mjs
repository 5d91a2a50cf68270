import { createRequire } from "node:module";
import { MARK } from "./hostile-strings.mjs";

/** @import { Node } from "../../../packages/emit-types/node_modules/typescript/lib/typescript.js" */

const require = createRequire(new URL("../../../packages/emit-types/package.json", import.meta.url));
/**
 * TypeScript 5.9, which has a compiler API; that of TypeScript 7 is not stable yet.
 * @type {typeof import("../../../packages/emit-types/node_modules/typescript/lib/typescript.js")}
 */
const ts = require(/** @type {string} */ ("typescript"));

/**
 * Returns what is wrong in code: it does not parse, or a value is more than a string, a comment or a quoted name in it.
 * @param {string} path
 * @param {string} text
 */
export function scanCode(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  /** @type {readonly { messageText: unknown }[]} */
  const errors = /** @type {any} */ (source).parseDiagnostics;
  if (errors.length > 0) return `${path} does not parse: ${JSON.stringify(errors[0]?.messageText)}`;
  /** @type {Node[]} */
  const nodes = [source];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (isCode(node)) return `${path}: ${JSON.stringify(node.parent.getText().slice(0, 80))} is code`;
    ts.forEachChild(node, (child) => {
      nodes.push(child);
    });
  }
  return undefined;
}

/** @param {Node} node */
function isCode(node) {
  const isTemplate = ts.isTemplateExpression(node) && node.getText().includes(MARK);
  return (
    isTemplate || (ts.isIdentifier(node) && node.text.includes(MARK) && ts.isCallExpression(node.parent))
  );
}

/**
 * Returns a module of TypeScript as JavaScript.
 * @param {string} text
 */
export function transpile(text) {
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}
