import type ts from "typescript";
import { vocabularyOf } from "../context.js";
import { isClosed, withoutAlias } from "../declared.js";
import { valueOfLiteral } from "./constants.js";
import { addUse, type Look } from "./look.js";
import { isComparing } from "./look-at-constants.js";

/** Finds errors that are told apart: by their class, by a generated guard, or by their name. */
export function lookAtCatches(look: Look, node: ts.Node): void {
  const { ts } = look.context;
  if (ts.isBinaryExpression(node)) {
    if (node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword) lookAtClass(look, node.right);
    else if (isComparing(ts, node)) {
      lookAtText(look, node.left, node.right);
      lookAtText(look, node.right, node.left);
    }
  } else if (ts.isPropertyAssignment(node)) lookAtKey(look, node);
  else if (ts.isCaseClause(node)) lookAtText(look, node.parent.parent.expression, node.expression);
  else if (ts.isCallExpression(node)) lookAtGuard(look, node.expression);
}

function lookAtClass(look: Look, node: ts.Expression): void {
  const name = look.context.ts.isPropertyAccessExpression(node) ? node.name : node;
  const found = declaredBy(look, name);
  if (found?.vocabulary.errors.has(found.name))
    addUse(look, name, "catch", { vocabulary: found.vocabulary, error: found.name, form: "class" });
}

function lookAtGuard(look: Look, node: ts.Expression): void {
  if (!look.context.ts.isIdentifier(node)) return;
  const found = declaredBy(look, node);
  const error = /^is(.+)$/.exec(found?.name ?? "")?.[1];
  if (found && error !== undefined && found.vocabulary.errors.has(error))
    addUse(look, node, "catch", { vocabulary: found.vocabulary, error, form: "guard" });
}

function declaredBy({ context }: Look, node: ts.Node) {
  const symbol = context.checker.getSymbolAtLocation(node);
  const declared = symbol && withoutAlias(context, symbol);
  const declaration = declared?.declarations?.[0];
  const vocabulary = declaration && vocabularyOf(context, declaration);
  return vocabulary && { vocabulary, name: declared?.name ?? "" };
}

/** What errors are named by: `error.name`, and what older clients called it. */
const NAMES: readonly string[] = ["name", "code", "__type", "Code"];

function lookAtText(look: Look, subject: ts.Expression, text: ts.Expression): void {
  const { context } = look;
  const { ts, checker } = context;
  const error = valueOfLiteral(context, text);
  if (typeof error !== "string") return;
  const isName = ts.isPropertyAccessExpression(subject) && NAMES.includes(subject.name.text);
  const isBound = ts.isIdentifier(subject) && NAMES.includes(subject.text);
  if (!isName && !isBound) return;
  for (const vocabulary of context.vocabularies.values()) {
    if (!vocabulary.errors.has(error)) continue;
    const checked = isClosed(context, checker.getTypeAtLocation(subject));
    addUse(look, text, "catch", { vocabulary, error, form: "name", checked });
    return;
  }
}

/** A table by the names of errors: `Record<AnyErrors["name"], string>`. */
function lookAtKey(look: Look, { name, parent }: ts.PropertyAssignment): void {
  const { context } = look;
  const { ts, checker } = context;
  if (!ts.isIdentifier(name) && !ts.isStringLiteral(name)) return;
  const vocabulary = [...context.vocabularies.values()].find(({ errors }) => errors.has(name.text));
  if (!vocabulary) return;
  const type = checker.getContextualType(parent);
  const isNamed = type?.getProperty(name.text) !== undefined || type?.getStringIndexType() !== undefined;
  // The list of all errors has each by its name, too.
  if (isNamed)
    addUse(look, name, "catch", {
      vocabulary,
      error: name.text,
      form: "name",
      checked: !type?.getStringIndexType(),
    });
}
