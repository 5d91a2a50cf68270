import type ts from "typescript";
import type { Constant } from "../../use.js";
import type { MemberName, ProgramContext, StructureName } from "../context.js";
import { memberOf, structureOf } from "../declared.js";
import { propertyWritten } from "../given.js";
import { literalBehind } from "./containers.js";
import { addUse, type Look } from "./look.js";

/** Finds members that are read and set, and object literals that become structures. */
export function lookAtMembers(look: Look, node: ts.Node): void {
  const { ts, checker } = look.context;
  if (ts.isPropertyAccessExpression(node))
    addAccess(look, node, node.name, checker.getSymbolAtLocation(node.name));
  else if (ts.isElementAccessExpression(node)) lookAtElement(look, node);
  else if (ts.isBindingElement(node)) lookAtBinding(look, node);
  else if (ts.isObjectLiteralExpression(node)) lookAtObject(look, node);
  else if (ts.isCallExpression(node) || ts.isNewExpression(node)) lookAtArguments(look, node);
}

function lookAtElement(look: Look, node: ts.ElementAccessExpression): void {
  const { context } = look;
  const { ts, checker } = context;
  const type = checker.getTypeAtLocation(node.expression);
  const key = node.argumentExpression;
  if (ts.isStringLiteralLike(key)) {
    addAccess(look, node, key, checker.getNonNullableType(type).getProperty(key.text));
    return;
  }
  const structure = structureOf(context, type);
  if (!structure) return;
  const { vocabulary, name: shape } = structure;
  addUse(look, node, "unfollowed", { vocabulary, reason: "dynamic-key", shape });
}

function addAccess(look: Look, node: ts.Expression, name: ts.Node, symbol: ts.Symbol | undefined): void {
  const member = memberOf(look.context, symbol);
  if (!member) return;
  const { ts } = look.context;
  const { parent } = node;
  const isWritten =
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (isWritten) addWrite(look, name, member, parent.right);
  else addUse(look, name, "read", { ...member, guarded: isGuarded(look.context, node) });
}

function addWrite(look: Look, name: ts.Node, member: MemberName, value: ts.Expression | undefined): void {
  const constant = value && constantBehind(look.context, value);
  addUse(look, name, "write", constant ? { ...member, constant } : member);
}

function lookAtBinding(look: Look, node: ts.BindingElement): void {
  const { context } = look;
  const { ts, checker } = context;
  const key = node.propertyName ?? node.name;
  if (!ts.isObjectBindingPattern(node.parent) || !(ts.isIdentifier(key) || ts.isStringLiteral(key))) return;
  const type = checker.getNonNullableType(checker.getTypeAtLocation(node.parent));
  const member = memberOf(context, type.getProperty(key.text));
  if (member) addUse(look, key, "read", { ...member, guarded: node.initializer !== undefined });
}

/** Returns whether code does without a value that is missing: it goes on with `?.` or `??`, or asks before. */
function isGuarded({ ts }: ProgramContext, node: ts.Expression): boolean {
  const { parent } = node;
  const { SyntaxKind } = ts;
  if (
    (ts.isPropertyAccessExpression(parent) ||
      ts.isElementAccessExpression(parent) ||
      ts.isCallExpression(parent)) &&
    parent.questionDotToken
  )
    return true;
  if (ts.isBinaryExpression(parent))
    return (
      parent.operatorToken.kind !== SyntaxKind.PlusToken &&
      parent.operatorToken.kind !== SyntaxKind.EqualsToken
    );
  const isUsed =
    ts.isPropertyAccessExpression(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isCallExpression(parent);
  if (!isUsed || (ts.isCallExpression(parent) && parent.expression !== node))
    return !ts.isForOfStatement(parent);
  const text = node.getText();
  for (let outer: ts.Node = parent; !ts.isSourceFile(outer); outer = outer.parent) {
    const test = testOf(ts, outer);
    if (test && (test.pos > node.pos || test.end < node.end) && test.getText().includes(text)) return true;
  }
  return false;
}

function testOf(ts: ProgramContext["ts"], node: ts.Node): ts.Expression | undefined {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return node.expression;
  if (ts.isConditionalExpression(node)) return node.condition;
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    ? node.left
    : undefined;
}

function lookAtObject(look: Look, node: ts.ObjectLiteralExpression): void {
  const { context } = look;
  if (context.ts.isBindingElement(node.parent)) return; // what stands in for something that is missing
  const type = context.checker.getContextualType(node);
  const structure = type && structureOf(context, type);
  if (structure) addBuild(look, node, structure);
  else for (const property of node.properties) addProperty(look, property, undefined);
}

/** An object that is made before it is handed over has no type that names the structure. */
function lookAtArguments(look: Look, node: ts.CallExpression | ts.NewExpression): void {
  const { context } = look;
  const { ts, checker } = context;
  for (const argument of node.arguments ?? []) {
    // What a call wants is long to be asked, and seldom an object that is made before.
    const literal = ts.isIdentifier(argument) ? literalBehind(context, argument) : undefined;
    if (!literal || !ts.isObjectLiteralExpression(literal)) continue;
    const wanted = checker.getContextualType(argument);
    const structure = wanted && structureOf(context, wanted);
    if (!structure) continue;
    const own = checker.getContextualType(literal);
    if (!own || !structureOf(context, own)) addBuild(look, literal, structure);
  }
}

function addBuild(look: Look, node: ts.ObjectLiteralExpression, structure: StructureName): void {
  const { context } = look;
  const { ts, checker } = context;
  const { vocabulary, name: shape } = structure;
  const members: string[] = [];
  let isOpen = false;
  for (const property of node.properties) {
    const { name } = property;
    if (ts.isSpreadAssignment(property)) {
      const type = checker.getTypeAtLocation(property.expression);
      isOpen ||= type.isUnion() || (type.flags & ts.TypeFlags.Any) !== 0;
      for (const each of type.getProperties())
        if (each.flags & ts.SymbolFlags.Optional) isOpen = true;
        else members.push(each.name);
    } else if (name && (ts.isIdentifier(name) || ts.isStringLiteral(name))) members.push(name.text);
    else isOpen = true;
    addProperty(look, property, structure);
  }
  addUse(look, node, "build", { vocabulary, shape, members, isOpen });
}

function addProperty(
  look: Look,
  property: ts.ObjectLiteralElementLike,
  structure: StructureName | undefined,
): void {
  const { context } = look;
  const { ts } = context;
  const { name } = property;
  if (!name || !(ts.isIdentifier(name) || ts.isStringLiteral(name))) return;
  const declared = structure?.vocabulary.structures.get(structure.name);
  const member = declared?.has(name.text)
    ? { vocabulary: structure?.vocabulary, shape: structure?.name, member: name.text }
    : memberOf(context, propertyWritten(context, property));
  if (!member?.vocabulary || member.shape === undefined) return;
  const { vocabulary, shape } = member;
  const value = ts.isPropertyAssignment(property)
    ? property.initializer
    : ts.isShorthandPropertyAssignment(property)
      ? property.name
      : undefined;
  addWrite(look, name, { vocabulary, shape, member: name.text }, value);
}

/** Returns the constant that an expression is, or that its variable holds for good. */
function constantBehind(context: ProgramContext, given: ts.Expression): Constant | undefined {
  const { ts, checker } = context;
  const node = literalBehind(context, given);
  if (node && ts.isArrayLiteralExpression(node) && !node.elements.some(ts.isSpreadElement))
    return { kind: "list", length: node.elements.length };
  const type = checker.getTypeAtLocation(given);
  if (type.isStringLiteral()) return { kind: "text", value: type.value };
  if (type.isNumberLiteral()) return { kind: "number", value: type.value };
  if (!node || node === given || !ts.isIdentifier(given)) return textOrNumber(ts, node);
  const symbol = checker.getSymbolAtLocation(given)?.valueDeclaration;
  const isConst = symbol && (ts.getCombinedNodeFlags(symbol) & ts.NodeFlags.Const) !== 0;
  return isConst ? textOrNumber(ts, node) : undefined;
}

function textOrNumber(ts: ProgramContext["ts"], node: ts.Expression | undefined): Constant | undefined {
  if (node && ts.isStringLiteralLike(node)) return { kind: "text", value: node.text };
  return node && ts.isNumericLiteral(node) ? { kind: "number", value: Number(node.text) } : undefined;
}
