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
  for (const declaration of symbol.declarations ?? [])
    found.push(...(writesOf(context, names, symbol.name).get(declaration) ?? []));
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

/** What is given under a name, by what declares it. */
type Writes = ReadonlyMap<ts.Node, readonly ts.Expression[]>;

const WRITES = new WeakMap<NameIndex, Map<string, Writes>>();

/** Each place is looked at once, when its name is first asked for. */
function writesOf(context: ProgramContext, names: NameIndex, name: string): Writes {
  const known = WRITES.get(names) ?? new Map<string, Writes>();
  WRITES.set(names, known);
  const writes = known.get(name) ?? groupWrites(context, names.writes.get(name) ?? []);
  known.set(name, writes);
  return writes;
}

function groupWrites(context: ProgramContext, nodes: readonly ts.Node[]): Writes {
  const groups = new Map<ts.Node, ts.Expression[]>();
  for (const node of nodes) {
    const value = valueGiven(context, node);
    if (!value) continue;
    for (const declaration of writtenAt(context, node)?.declarations ?? []) {
      const group = groups.get(declaration);
      if (group) group.push(value);
      else groups.set(declaration, [value]);
    }
  }
  return groups;
}

/** Returns what a place gives something to. */
function writtenAt(context: ProgramContext, node: ts.Node): ts.Symbol | undefined {
  const { ts, checker } = context;
  if (!ts.isBinaryExpression(node)) return propertyWritten(context, node);
  return checker.getSymbolAtLocation(ts.isPropertyAccessExpression(node.left) ? node.left.name : node.left);
}

function valueGiven({ ts }: ProgramContext, node: ts.Node): ts.Expression | undefined {
  if (ts.isBinaryExpression(node)) return node.right;
  if (ts.isPropertyAssignment(node)) return node.initializer;
  if (ts.isShorthandPropertyAssignment(node)) return node.name;
  if (!ts.isJsxAttribute(node) || !node.initializer) return undefined;
  const { initializer } = node;
  if (ts.isJsxExpression(initializer)) return initializer.expression;
  return ts.isStringLiteral(initializer) ? initializer : undefined;
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
