import type ts from "typescript";
import type { ProgramContext } from "./context.js";
import type { NameIndex } from "./name-index.js";

/** What a variable, parameter or property is given in a program: expressions, and properties that it is taken out of. */
export function findGiven(
  context: ProgramContext,
  names: NameIndex,
  symbol: ts.Symbol,
): (ts.Expression | ts.Symbol)[] {
  const { ts } = context;
  const found: (ts.Expression | ts.Symbol)[] = [];
  for (const declaration of symbol.declarations ?? []) {
    if (declaration.getSourceFile().isDeclarationFile) continue;
    if (ts.isVariableDeclaration(declaration) && declaration.initializer) found.push(declaration.initializer);
    if (ts.isPropertyDeclaration(declaration) && declaration.initializer) found.push(declaration.initializer);
    if (ts.isPropertyAssignment(declaration)) found.push(declaration.initializer);
    if (ts.isParameter(declaration)) found.push(...givenToParameter(context, names, declaration));
    if (ts.isBindingElement(declaration)) found.push(...givenToBinding(context, declaration));
  }
  for (const node of names.writes.get(symbol.name) ?? []) {
    const value = valueWritten(context, node, symbol);
    if (value) found.push(value);
  }
  return found;
}

function givenToBinding(
  { ts, checker }: ProgramContext,
  declaration: ts.BindingElement,
): (ts.Expression | ts.Symbol)[] {
  const { propertyName, name, initializer, parent } = declaration;
  const key = propertyName ?? name;
  const property =
    ts.isObjectBindingPattern(parent) && (ts.isIdentifier(key) || ts.isStringLiteral(key))
      ? checker.getTypeAtLocation(parent).getProperty(key.text)
      : undefined;
  return [...(property ? [property] : []), ...(initializer ? [initializer] : [])];
}

/** Returns what a function's calls hand to one of its parameters. */
function givenToParameter(
  { ts, checker }: ProgramContext,
  names: NameIndex,
  parameter: ts.ParameterDeclaration,
): ts.Expression[] {
  const its = parameter.parent;
  const index = its.parameters.indexOf(parameter);
  const found = parameter.initializer ? [parameter.initializer] : [];
  for (const call of names.calls.get(nameOfFunction(ts, its) ?? "") ?? []) {
    const argument = call.arguments?.[index];
    if (argument && checker.getResolvedSignature(call)?.declaration === its) found.push(argument);
  }
  return found;
}

function nameOfFunction(ts: ProgramContext["ts"], node: ts.SignatureDeclaration): string | undefined {
  if (ts.isConstructorDeclaration(node)) return node.parent.name?.text;
  if (node.name && ts.isIdentifier(node.name)) return node.name.text;
  const { parent } = node;
  const isNamed =
    ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent);
  return isNamed && ts.isIdentifier(parent.name) ? parent.name.text : undefined;
}

/** Returns what a place gives to a symbol, where it is that symbol that it gives something to. */
function valueWritten(context: ProgramContext, node: ts.Node, symbol: ts.Symbol): ts.Expression | undefined {
  const { ts, checker } = context;
  if (ts.isBinaryExpression(node)) {
    const left = ts.isPropertyAccessExpression(node.left) ? node.left.name : node.left;
    return isSame(checker.getSymbolAtLocation(left), symbol) ? node.right : undefined;
  }
  const property = propertyWritten(context, node);
  if (!isSame(property, symbol)) return undefined;
  if (ts.isPropertyAssignment(node)) return node.initializer;
  if (ts.isShorthandPropertyAssignment(node)) return node.name;
  if (!ts.isJsxAttribute(node) || !node.initializer) return undefined;
  return ts.isJsxExpression(node.initializer)
    ? node.initializer.expression
    : (node.initializer as ts.StringLiteral);
}

/** Returns the property that a part of an object literal or of a tag sets, as the type that is wanted there declares it. */
export function propertyWritten({ ts, checker }: ProgramContext, node: ts.Node): ts.Symbol | undefined {
  const isPart =
    ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) || ts.isJsxAttribute(node);
  if (!isPart || !(ts.isIdentifier(node.name) || ts.isStringLiteral(node.name))) return undefined;
  const whole = node.parent;
  const type = checker.getContextualType(whole as ts.Expression); // object literals and attributes have one
  return type && propertyOf(checker, type, node.name.text);
}

/** Returns a property of a type, also where only some alternatives of a union have it. */
export function propertyOf(checker: ts.TypeChecker, type: ts.Type, name: string): ts.Symbol | undefined {
  const bare = checker.getNonNullableType(type);
  const own = bare.getProperty(name);
  if (own || !bare.isUnion()) return own;
  return bare.types.map((part) => part.getProperty(name)).find((part) => part !== undefined);
}

/** Whether two symbols are the same, or are declared at the same place. */
function isSame(found: ts.Symbol | undefined, wanted: ts.Symbol): boolean {
  if (!found) return false;
  if (found === wanted) return true;
  return found.declarations?.some((each) => wanted.declarations?.includes(each)) ?? false;
}
