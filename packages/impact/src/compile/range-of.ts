import type ts from "typescript";
import { placeOf } from "../program/code-place.js";
import type { TypeScript } from "../program/typescript.js";
import { walkNodes } from "../program/walk-nodes.js";
import type { CodePlace, Use } from "../use.js";

/**
 * Returns what says in which stretch of a file the compiler complains of what a use is about: of a table at its variable, of
 * a switch in its default or at its function, of an object where it is handed over, else at the place itself.
 */
export function createRangeOf(ts: TypeScript, program: ts.Program): (use: Use) => CodePlace {
  const known = new Map<Use, CodePlace>();
  return (use) => {
    const range = known.get(use) ?? findRange(ts, program, use);
    known.set(use, range);
    return range;
  };
}

function findRange(ts: TypeScript, program: ts.Program, use: Use): CodePlace {
  if (use.kind !== "cover" && use.kind !== "build") return use.at;
  const file = program.getSourceFile(use.at.file);
  const node = file && nodeAt(ts, file, use.at);
  if (!node) return use.at;
  if (use.kind === "cover" && use.form === "switch") return placeOf(aroundSwitch(ts, node));
  return placeOf(aroundLiteral(ts, node));
}

function nodeAt(ts: TypeScript, file: ts.SourceFile, { start, end }: CodePlace): ts.Node | undefined {
  let found: ts.Node | undefined;
  const holds = (node: ts.Node) => node.getStart(file) <= start && node.end >= end;
  walkNodes(
    ts,
    file,
    (node) => {
      if (node !== file && holds(node)) found = node;
    },
    (node) => node === file || holds(node),
  );
  return found;
}

/** Without a default the compiler may say at the function's head that it does not always return something. */
function aroundSwitch(ts: TypeScript, node: ts.Node): ts.Node {
  let found = node;
  for (let outer: ts.Node = node; !ts.isSourceFile(outer); outer = outer.parent) {
    if (ts.isSwitchStatement(outer)) found = outer;
    if (!ts.isFunctionLike(outer)) continue;
    const hasDefault = ts.isSwitchStatement(found) && found.caseBlock.clauses.some(ts.isDefaultClause);
    return hasDefault ? found : outer;
  }
  return found;
}

function aroundLiteral(ts: TypeScript, node: ts.Node): ts.Node {
  let found = node;
  for (let outer: ts.Node = node.parent; !ts.isSourceFile(outer); outer = outer.parent) {
    const isPart =
      ts.isVariableDeclaration(outer) ||
      ts.isAsExpression(outer) ||
      ts.isSatisfiesExpression(outer) ||
      ts.isParenthesizedExpression(outer) ||
      ts.isReturnStatement(outer);
    if (!isPart) return found;
    found = outer;
  }
  return found;
}
