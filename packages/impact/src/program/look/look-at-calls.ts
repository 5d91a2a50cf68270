import type ts from "typescript";
import type { CallForm } from "../../use.js";
import { vocabularyOf } from "../context.js";
import { withoutAlias } from "../declared.js";
import type { Vocabulary } from "../vocabulary.js";
import { addUse, type Look } from "./look.js";

/** Finds operations that are called, and names of a package's types, guards and schemas. */
export function lookAtCalls(look: Look, node: ts.Node): void {
  const { ts } = look.context;
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) lookAtCall(look, node);
  else if (ts.isImportSpecifier(node)) lookAtName(look, node.propertyName ?? node.name, node.name);
  else if (ts.isIdentifier(node) && node.text.endsWith("$")) lookAtSchema(look, node);
}

function lookAtCall(look: Look, node: ts.CallExpression | ts.NewExpression): void {
  const { context } = look;
  const { ts, checker } = context;
  const callee = node.expression;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  if (!ts.isIdentifier(name)) return;
  const symbol = checker.getSymbolAtLocation(name);
  const declaration = symbol && withoutAlias(context, symbol).declarations?.[0];
  const vocabulary = declaration && vocabularyOf(context, declaration);
  const called = vocabulary && operationOf(vocabulary, name.text, ts.isNewExpression(node));
  if (called) addUse(look, name, "call", { vocabulary, ...called });
}

const FORMS: readonly (readonly [form: CallForm, pattern: RegExp])[] = [
  ["paginator", /^paginate(.+)$/],
  ["function", /^(?:validate|read|parse|redact)(.+?)(?:Request|Response|Input|Output)?$/],
];

function operationOf(
  { operations }: Vocabulary,
  name: string,
  isNew: boolean,
): { readonly operation: string; readonly form: CallForm } | undefined {
  if (isNew) {
    const operation = /^(.+)Command$/.exec(name)?.[1];
    return operation !== undefined && operations.has(operation) ? { operation, form: "command" } : undefined;
  }
  for (const [form, pattern] of FORMS) {
    const operation = pattern.exec(name)?.[1];
    if (operation !== undefined && operations.has(operation)) return { operation, form };
  }
  const operation = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  return operations.has(operation) ? { operation, form: "method" } : undefined;
}

/** A name is used where it is imported; what is done with it is found by itself. */
function lookAtName(look: Look, imported: ts.ModuleExportName, local: ts.Identifier): void {
  const { context } = look;
  const symbol = context.checker.getSymbolAtLocation(local);
  const declaration = symbol && withoutAlias(context, symbol).declarations?.[0];
  const vocabulary = declaration && vocabularyOf(context, declaration);
  if (vocabulary) addUse(look, imported, "name", { vocabulary, name: imported.text });
}

/** An operation's schema is what callers without a client call it by. */
function lookAtSchema(look: Look, node: ts.Identifier): void {
  const { context } = look;
  if (context.ts.isImportSpecifier(node.parent)) return;
  const symbol = context.checker.getSymbolAtLocation(node);
  const declaration = symbol && withoutAlias(context, symbol).declarations?.[0];
  const vocabulary = declaration && vocabularyOf(context, declaration);
  const operation = node.text.slice(0, -1);
  if (vocabulary?.operations.has(operation))
    addUse(look, node, "call", { vocabulary, operation, form: "function" });
}
