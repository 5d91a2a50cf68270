import type ts from "typescript";
import type { EnumName, ProgramContext } from "./context.js";
import { enumDeclared, enumsOfMember, enumsOfType, memberOf, withoutAlias } from "./declared.js";
import { findGiven } from "./given.js";
import { indexNames, type NameIndex } from "./name-index.js";
import { walkNodes } from "./walk-nodes.js";

/** Where a value can come from. */
export interface Sources {
  readonly enums: readonly EnumName[];
  /** Texts and numbers that stand in the code. */
  readonly literals: readonly ts.LiteralExpression[];
}

/** Follows values through a program. */
export interface Trace {
  /** Returns where an expression's value can come from: by its type where that says so, else by what it is given. */
  sourcesOf(node: ts.Expression): Sources;
  readonly names: NameIndex;
}

/** How many steps a value is followed at most. */
const FARTHEST = 200;

/** Returns what follows values through a program's files. */
export function createTrace(context: ProgramContext): Trace {
  const names = indexNames(context.ts, context.files);
  const known = new Map<ts.Expression, Sources>();
  return {
    names,
    sourcesOf(node) {
      const found = known.get(node) ?? follow(context, names, node);
      known.set(node, found);
      return found;
    },
  };
}

interface Walk {
  readonly context: ProgramContext;
  readonly names: NameIndex;
  readonly seen: Set<ts.Node | ts.Symbol>;
  readonly enums: Map<string, EnumName>;
  readonly literals: Set<ts.LiteralExpression>;
}

function follow(context: ProgramContext, names: NameIndex, node: ts.Expression): Sources {
  const walk: Walk = { context, names, seen: new Set(), enums: new Map(), literals: new Set() };
  followExpression(walk, node);
  return { enums: [...walk.enums.values()], literals: [...walk.literals] };
}

function followExpression(walk: Walk, given: ts.Expression): void {
  const { context, seen } = walk;
  const { ts, checker } = context;
  const node = withoutWrapping(context, given);
  if (seen.has(node) || seen.size > FARTHEST) return;
  seen.add(node);
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) walk.literals.add(node);
  else if (ts.isConditionalExpression(node)) {
    followExpression(walk, node.whenTrue);
    followExpression(walk, node.whenFalse);
  } else if (ts.isBinaryExpression(node)) followBinary(walk, node);
  else if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) {
    const symbol = checker.getSymbolAtLocation(ts.isIdentifier(node) ? node : node.name);
    if (symbol) followSymbol(walk, withoutAlias(context, symbol), node);
  } else if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    const symbol = checker.getTypeAtLocation(node.expression).getProperty(node.argumentExpression.text);
    if (symbol) followSymbol(walk, symbol, node);
  } else if (ts.isCallExpression(node)) followCall(walk, node);
  else addEnums(walk, checker.getTypeAtLocation(node));
}

/** Returns an expression without what leaves its value as it is. */
export function withoutWrapping({ ts }: ProgramContext, node: ts.Expression): ts.Expression {
  let inner = node;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isNonNullExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isSatisfiesExpression(inner) ||
    ts.isTypeAssertionExpression(inner) ||
    ts.isAwaitExpression(inner)
  )
    inner = inner.expression;
  return inner;
}

function followBinary(walk: Walk, node: ts.BinaryExpression): void {
  const { SyntaxKind } = walk.context.ts;
  switch (node.operatorToken.kind) {
    case SyntaxKind.QuestionQuestionToken:
    case SyntaxKind.BarBarToken:
      followExpression(walk, node.left);
      followExpression(walk, node.right);
      break;
    case SyntaxKind.AmpersandAmpersandToken:
    case SyntaxKind.EqualsToken:
    case SyntaxKind.CommaToken:
      followExpression(walk, node.right);
      break;
    default:
  }
}

/** Methods that give back the text that they are called on, or a value that says no less. */
const SAME_TEXT: readonly string[] = ["toString", "valueOf", "trim"];

function followCall(walk: Walk, node: ts.CallExpression): void {
  const { ts, checker } = walk.context;
  if (addEnums(walk, checker.getTypeAtLocation(node))) return;
  const { expression, arguments: args } = node;
  if (ts.isPropertyAccessExpression(expression) && SAME_TEXT.includes(expression.name.text))
    followExpression(walk, expression.expression);
  const [first] = args;
  if (ts.isIdentifier(expression) && expression.text === "String" && first) followExpression(walk, first);
  const declaration = checker.getResolvedSignature(node)?.declaration;
  if (declaration && "body" in declaration && declaration.body) followReturns(walk, declaration.body);
}

function followReturns(walk: Walk, body: ts.Node): void {
  const { ts } = walk.context;
  if (walk.seen.has(body) || body.getSourceFile().isDeclarationFile) return;
  if (!ts.isBlock(body)) {
    followExpression(walk, body as ts.Expression); // the body of an arrow function is a block or an expression
    return;
  }
  walk.seen.add(body);
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression) followExpression(walk, node.expression);
  };
  walkNodes(ts, body, visit, (node) => !ts.isFunctionLike(node) && !ts.isExpression(node));
}

/** Goes by a symbol's type; where that is any text, by what the program gives it. */
function followSymbol(walk: Walk, symbol: ts.Symbol, node: ts.Expression): void {
  const { context, names, seen } = walk;
  const { ts, checker } = context;
  if (seen.has(symbol)) return;
  seen.add(symbol);
  const member = memberOf(context, symbol);
  if (member) {
    for (const each of enumsOfMember(member)) walk.enums.set(keyOf(each), each);
    return;
  }
  const declared = enumDeclared(context, symbol);
  if (declared) {
    walk.enums.set(keyOf(declared), declared);
    return;
  }
  const type = checker.getTypeOfSymbolAtLocation(symbol, symbol.valueDeclaration ?? node);
  if (addEnums(walk, type) && !mayBeText(context, type)) return;
  if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Boolean)) return;
  for (const source of findGiven(context, names, symbol)) {
    if ("kind" in source) followExpression(walk, source);
    else followSymbol(walk, source, node);
  }
}

function mayBeText({ ts }: ProgramContext, type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some(
    ({ flags }) => (flags & (ts.TypeFlags.String | ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0,
  );
}

function addEnums(walk: Walk, type: ts.Type): boolean {
  const found = enumsOfType(walk.context, type);
  for (const each of found) walk.enums.set(keyOf(each), each);
  return found.length > 0;
}

/** Returns a text that tells an enum apart from all others. */
export function keyOf({ vocabulary, name }: EnumName): string {
  return `${vocabulary.package.folder} ${name}`;
}
