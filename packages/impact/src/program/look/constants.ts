import type ts from "typescript";
import { type EnumName, type ProgramContext, vocabularyOf } from "../context.js";

/** A value of an enum by its name: `EventResponseType.Pass`. */
export interface EnumConstant extends EnumName {
  readonly constant: string;
  readonly value: string | number;
}

/** Returns the value of an API's enum that an expression names. */
export function constantOf(context: ProgramContext, node: ts.Node): EnumConstant | undefined {
  const { ts, checker } = context;
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const symbol = checker.getSymbolAtLocation(node.name);
  for (const declaration of symbol?.declarations ?? []) {
    const vocabulary = vocabularyOf(context, declaration);
    const name = vocabulary && objectAround(ts, declaration);
    if (!vocabulary || name === undefined || !vocabulary.enums.has(name)) continue;
    const value = literalValue(context, checker.getTypeAtLocation(node));
    if (value !== undefined) return { vocabulary, name, constant: node.name.text, value };
  }
  return undefined;
}

function objectAround(ts: ProgramContext["ts"], declaration: ts.Node): string | undefined {
  if (ts.isEnumMember(declaration)) return declaration.parent.name.text;
  let node: ts.Node = declaration.parent;
  while (ts.isObjectLiteralExpression(node) || ts.isTypeLiteralNode(node) || ts.isAsExpression(node))
    node = node.parent;
  return ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) ? node.name.text : undefined;
}

/** Returns the one value that a type has. */
export function literalValue({ ts }: ProgramContext, type: ts.Type): string | number | undefined {
  if (!type.isLiteral() && !(type.flags & ts.TypeFlags.EnumLiteral)) return undefined;
  const { value } = type as ts.LiteralType;
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}

/** Returns the value that a text or number in the code is. */
export function valueOfLiteral({ ts }: ProgramContext, node: ts.Node): string | number | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isNumericLiteral(node) ? Number(node.text) : undefined;
}
