import type ts from "typescript";
import type { TypeScript } from "./typescript.js";
import { walkNodes } from "./walk-nodes.js";

/** Where a program gives values to names, by name: found without a look at types, which are asked where it matters. */
export interface NameIndex {
  /** `name = …`, `….name = …`, `{ name: … }`, `{ name }`, `<X name={…}>`. */
  readonly writes: ReadonlyMap<string, readonly ts.Node[]>;
  /** `name(…)`, `….name(…)`, `new Name(…)`. */
  readonly calls: ReadonlyMap<string, readonly (ts.CallExpression | ts.NewExpression)[]>;
}

/** Reads the names that files give values to and call. */
export function indexNames(ts: TypeScript, files: readonly ts.SourceFile[]): NameIndex {
  const writes = new Map<string, ts.Node[]>();
  const calls = new Map<string, (ts.CallExpression | ts.NewExpression)[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const name = lastName(ts, node.expression);
      if (name !== undefined) addTo(calls, name, node);
    } else {
      const name = writtenName(ts, node);
      if (name !== undefined) addTo(writes, name, node);
    }
  };
  for (const file of files) walkNodes(ts, file, visit);
  return { writes, calls };
}

function lastName(ts: TypeScript, node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isPropertyAccessExpression(node) ? node.name.text : undefined;
}

function writtenName(ts: TypeScript, node: ts.Node): string | undefined {
  if (ts.isBinaryExpression(node))
    return node.operatorToken.kind === ts.SyntaxKind.EqualsToken ? lastName(ts, node.left) : undefined;
  if (ts.isShorthandPropertyAssignment(node)) return node.name.text;
  if (!ts.isPropertyAssignment(node) && !ts.isJsxAttribute(node)) return undefined;
  return ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : undefined;
}

function addTo<Value>(lists: Map<string, Value[]>, name: string, value: Value): void {
  const list = lists.get(name);
  if (list) list.push(value);
  else lists.set(name, [value]);
}
