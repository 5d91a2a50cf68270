import type ts from "typescript";
import type { EnumName } from "../context.js";
import { enumsOfType, isClosed } from "../declared.js";
import { addValue } from "./add-value.js";
import { valueOfLiteral } from "./constants.js";
import { literalBehind } from "./containers.js";
import type { Look } from "./look.js";
import { addTable, tableOf } from "./look-at-tables.js";

/** Methods that look for a value in a list, a set or a map. */
const SEARCHES: readonly string[] = ["includes", "indexOf", "has", "get"];

/** Finds tables, lists, sets and maps in which a program looks for a value of an enum, whatever their own types. */
export function lookAtLookups(look: Look, node: ts.Node): void {
  const { ts } = look.context;
  if (ts.isElementAccessExpression(node)) lookAt(look, node.expression, node.argumentExpression);
  else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword)
    lookAt(look, node.right, node.left);
  else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression;
    const [first, second] = node.arguments;
    if (first && SEARCHES.includes(name.text)) lookAt(look, expression, first);
    if (first && second && name.text === "hasOwn") lookAt(look, first, second);
  }
}

function lookAt(look: Look, container: ts.Expression, key: ts.Expression): void {
  const { context, trace } = look;
  const { ts } = context;
  if (valueOfLiteral(context, key) !== undefined || ts.isNumericLiteral(key)) return;
  const literal = literalBehind(context, container);
  const isTable = literal && ts.isObjectLiteralExpression(literal);
  if (!literal || !(isTable || ts.isArrayLiteralExpression(literal))) return;
  const { enums } = trace.sourcesOf(key);
  if (enums.length === 0) return;
  if (!isTable) addEntries(look, literal, enums);
  else if (!isTyped(look, literal)) addTable(look, literal, { enums, isTotal: false, checked: false });
}

/** Tables that say themselves which values their keys are are found by that. */
function isTyped({ context }: Look, literal: ts.ObjectLiteralExpression): boolean {
  const type = context.checker.getContextualType(literal);
  return type !== undefined && tableOf(context, type) !== undefined;
}

/** Adds the values of a list, or the keys of pairs; those whose type names the enum are found by that. */
function addEntries(look: Look, list: ts.ArrayLiteralExpression, enums: readonly EnumName[]): void {
  const { context } = look;
  const { ts, checker } = context;
  for (const element of list.elements) {
    const entry = ts.isArrayLiteralExpression(element) ? element.elements[0] : element;
    const value = entry && valueOfLiteral(context, entry);
    if (!entry || value === undefined) continue;
    const type = checker.getContextualType(entry);
    if (type && enumsOfType(context, type).length > 0 && isClosed(context, type)) continue;
    addValue(look, entry, {
      enums,
      value,
      form: ts.isArrayLiteralExpression(element) ? "key" : "list",
      checked: false,
    });
  }
}
