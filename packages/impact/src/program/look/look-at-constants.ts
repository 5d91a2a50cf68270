import type ts from "typescript";
import type { ValueForm } from "../../use.js";
import type { TypeScript } from "../typescript.js";
import { addValue } from "./add-value.js";
import { constantOf } from "./constants.js";
import type { Look } from "./look.js";

/** Finds values that stand in the code by their names, wherever that is. */
export function lookAtConstants(look: Look, node: ts.Node): void {
  const found = constantOf(look.context, node);
  if (!found) return;
  const { value, constant } = found;
  addValue(look, node, {
    enums: [found],
    value,
    constant,
    form: formOf(look.context.ts, node),
    checked: true,
  });
}

/** Returns what a value stands in. */
export function formOf(ts: TypeScript, node: ts.Node): ValueForm {
  const { parent } = node;
  if (ts.isCaseClause(parent)) return "case";
  if (ts.isBinaryExpression(parent) && isComparing(ts, parent)) return "comparison";
  if (ts.isComputedPropertyName(parent)) return "key";
  if (ts.isArrayLiteralExpression(parent)) return "list";
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return "argument";
  return ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) ? formOf(ts, parent) : "data";
}

/** Returns whether an expression compares: `===` and its kin. Other operators pass a value on, or give it to something. */
export function isComparing(
  { SyntaxKind }: TypeScript,
  { operatorToken: { kind } }: ts.BinaryExpression,
): boolean {
  return (
    kind === SyntaxKind.EqualsEqualsEqualsToken ||
    kind === SyntaxKind.ExclamationEqualsEqualsToken ||
    kind === SyntaxKind.EqualsEqualsToken ||
    kind === SyntaxKind.ExclamationEqualsToken
  );
}
